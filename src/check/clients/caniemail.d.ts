/** Declared, since the type of the whole data would take the compiler seconds. */
declare module 'caniemail/caniemail.json' {
  const caniemail: { readonly data: readonly unknown[] };
  export default caniemail;
}
