/** What every client of the SDK has in common: direct, Bedrock, Vertex, Foundry, and their `beta`. */
export interface MessagesResource {
  create(body: never, options?: never): PromiseLike<unknown>;
}

/** A client of the SDK (`client`, or `client.beta` for beta features), or its `messages` alone. */
export type MessagesClient = { readonly messages: MessagesResource } | MessagesResource;

type ResourceOf<Client> = Client extends { readonly messages: infer Resource } ? Resource : Client;
type CreateOf<Client> = ResourceOf<Client> extends { create: infer Create } ? Create : never;
type AnyFunction = (...given: never) => unknown;

/** What `messages.create` of this client takes. */
export type BodyOf<Client> = CreateOf<Client> extends (body: infer Body, ...rest: never) => unknown ? Body : never;

/** What `messages.create` of this client answers when it does not stream. */
export type MessageOf<Client> =
  CreateOf<Client> extends AnyFunction
    ? Extract<Awaited<ReturnType<CreateOf<Client>>>, { readonly stop_reason: unknown }>
    : never;

/** Options of a request that the SDK takes beside its body, as far as they are handed on. */
export interface RequestOptions {
  readonly signal?: AbortSignal;
  readonly headers?: { readonly [name: string]: string };
}

/** `messages` with its methods, each of which may be missing but `create`. */
export interface Resource {
  create(body: object, options?: RequestOptions): PromiseLike<unknown>;
  countTokens?(body: object, options?: RequestOptions): PromiseLike<{ readonly input_tokens: number }>;
}

/** Throws `TypeError` for what is no client. */
export function resourceOf(client: unknown): Resource {
  for (const candidate of [(client as { messages?: unknown } | null | undefined)?.messages, client])
    if (typeof (candidate as Partial<Resource> | null | undefined)?.create === 'function') return candidate as Resource;
  throw new TypeError(
    'The first argument is no client: it has neither `messages.create` nor `create`. Pass `new Anthropic()`, or its `beta` for beta features.',
  );
}
