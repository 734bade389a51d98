/*
 * Holds dist/index.d.ts, which is made by a script, against the types of the sources: it compiles
 * only when they are the same, key by key.
 */
import type * as Declared from '../../dist/index.js';
import type * as Source from '../../src/index.ts';

/**
 * The same without names: what may be changed or not, and how a type is put together, is no part. Nor
 * is the theme: a key beside others of any name can't be spelt in an interface as zod infers it.
 */
type Plain<Type> = Type extends string | number | boolean | null | undefined | Uint8Array
  ? Type
  : Type extends readonly (infer Member)[]
    ? readonly Plain<Member>[]
    : Type extends (...args: infer Args) => infer Result
      ? { args: Plain<Args>; result: Plain<Result> }
      : Type extends Promise<infer Value>
        ? { promised: Plain<Value> }
        : {
            readonly [Key in keyof Type as Exclude<Key, 'theme'>]-?: {
              value: Plain<Type[Key]>;
              isOptional: object extends Pick<Type, Key> ? true : false;
            };
          };

/** Each fits where the other is asked for; no field of a plain type can be left out. */
type Same<A, B> = [Plain<A>, Plain<B>] extends [Plain<B>, Plain<A>] ? true : false;

type Expect<Type extends true> = Type;

type Functions = Omit<typeof Declared, 'UserError'>;

/** True for each function of the same name, parameters and result. */
type SameFunctions = {
  [Name in keyof Functions]: Same<Functions[Name], (typeof Source)[Name]>;
};

type Theme = Declared.PublicationInput['theme'];

export type Checks = [
  Expect<Same<keyof typeof Declared, keyof typeof Source>>,
  Expect<Same<SameFunctions, Record<keyof Functions, true>>>,
  Expect<Same<Declared.IssueInput, Source.IssueInput>>,
  Expect<Same<Declared.Issue, Source.Issue>>,
  Expect<Same<Declared.PublicationInput, Source.PublicationInput>>,
  Expect<Same<Declared.Publication, Source.Publication>>,
  Expect<Same<Declared.Section, Source.Section>>,
  Expect<Same<Declared.Block, Source.Block>>,
  Expect<Same<Declared.Body, Source.Body>>,
  Expect<Same<Declared.Item, Source.Item>>,
  Expect<Same<Declared.Interlude, Source.Interlude>>,
  Expect<Same<Declared.SectionKind, Source.SectionKind>>,
  Expect<Same<Declared.BlockKind, Source.BlockKind>>,
  Expect<Same<Declared.DiagnosticCode, Source.DiagnosticCode>>,
  Expect<Same<Declared.UserErrorCode, Source.UserErrorCode>>,
  Expect<Same<Declared.UserError, Source.UserError>>,
  Expect<
    Source.PublicationInput['theme'] extends Declared.PublicationInput['theme'] ? true : false
  >,
  Expect<{ name: string; accent: string; padding: number } extends Theme ? true : false>,
  Expect<{ accent: boolean } extends Theme ? false : true>,
  // The measure itself can tell types apart.
  Expect<Same<Same<{ a: string }, { a: string; b?: number }>, false>>,
  Expect<Same<Same<Declared.IssueInput, Source.Issue>, false>>,
];
