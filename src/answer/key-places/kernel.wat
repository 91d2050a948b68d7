;; Counts the colons of a text that stand behind a byte below "#": behind a quote or white space, as that of a key does.
;; The UTF-8 bytes of the text stand at 16; the byte before them is the one that the first is behind.
;; 16 bytes a step; what is stored behind the end keeps the last step from counting what an earlier text has left there.
(module
  (memory (export "memory") 1)
  (func (export "count") (param $length i32) (result i32)
    (local $at i32)
    (local $found i32)
    (v128.store offset=16 (local.get $length) (v128.const i64x2 0 0))
    (loop $step
      (local.set $found
        (i32.add
          (local.get $found)
          (i32.popcnt
            (i8x16.bitmask
              (v128.and
                (i8x16.eq (v128.load offset=16 (local.get $at)) (i8x16.splat (i32.const 58)))
                (i8x16.lt_u (v128.load offset=15 (local.get $at)) (i8x16.splat (i32.const 35))))))))
      (br_if $step
        (i32.lt_u
          (local.tee $at (i32.add (local.get $at) (i32.const 16)))
          (local.get $length))))
    (local.get $found)))
