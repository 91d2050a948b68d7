import { compile } from './src/index.js';
import {Ajv} from 'ajv';
const s = {type:'object',properties:{'':{type:'string'}},required:[''],additionalProperties:false};
for (const s of [{type:'object',properties:{'':{type:'string'}},required:[''],additionalProperties:false},{type:'object',properties:{'':{type:'string'},a:{type:'number'}},required:['','a'],additionalProperties:false}, {type:'object',properties:{p:{anyOf:[{type:'object',properties:{'':{type:'string'}},required:['']},{type:'number'}]}}}]) {
for (const w of [{},{a:1},{p:{}}]) {
const c = compile<unknown>(s);
console.log(JSON.stringify(w), JSON.stringify(c.decode(w)), JSON.stringify(c.parse(JSON.stringify(w))), new Ajv().validate(s,w), new Ajv({allErrors:true}).validate(s,w), new Ajv({ownProperties:true}).validate(s,w));
}}
