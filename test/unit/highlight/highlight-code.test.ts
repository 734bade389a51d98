import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMemoryStore } from '../../../src/files/memory-store.ts';
import type { Store } from '../../../src/files/store.ts';
import { createHighlighter } from '../../../src/highlight/highlight-code.ts';
import type { HighlightedCode } from '../../../src/highlight/highlight-code.ts';

/** The lines with each coloured run as `role:text` in brackets. */
async function rolesOf(code: string, language: string): Promise<string> {
  const { lines } = await createHighlighter(createMemoryStore())(code, language);
  return lines
    .map((line) =>
      line.map(({ role, text }) => (role === 'plain' ? text : `⟦${role}:${text}⟧`)).join(''),
    )
    .join('\n');
}

function textOf({ lines }: HighlightedCode): string {
  return lines.map((line) => line.map((run) => run.text).join('')).join('\n');
}

test('TypeScript is divided into roles', async () => {
  const code = [
    "import { x } from './y';",
    '// why',
    'export async function f<T>(a: number): Promise<T> {',
    '  return new Map([[`t ${a + 1}`, /re/g]]).get(this.x) as T;',
    '}',
  ].join('\n');
  expect(await rolesOf(code, 'ts')).toMatchInlineSnapshot(`
    "⟦keyword:import⟧ { x } ⟦keyword:from ⟧⟦string:'./y'⟧;
    ⟦comment:// why⟧
    ⟦keyword:export async function ⟧⟦function:f⟧<⟦type:T⟧>(⟦variable:a⟧: ⟦type:number⟧): ⟦type:Promise⟧<⟦type:T⟧> {
      ⟦keyword:return new ⟧⟦function:Map⟧([[⟦string:\`t ⟧⟦keyword:\${⟧a + ⟦number:1⟧⟦keyword:}⟧⟦string:\`⟧,⟦string: /re/⟧⟦keyword:g⟧]]).⟦function:get⟧(⟦keyword:this⟧.x) ⟦keyword:as ⟧⟦type:T⟧;
    }"
  `);
});

test('other languages are divided by the same roles', async () => {
  const samples = [
    ['sh', 'export A="x $B" && echo hi # c'],
    ['python', 'def f(a: int = 1):\n    return f"{a}" if not a else None'],
    ['html', '<p class="a">Hi &amp; <!-- c --></p>'],
    ['css', '.a:hover { color: #fff; width: calc(1px + 2%) }'],
    ['yml', 'a: 1\nb:\n  - "x" # c'],
    ['json', '{"a": [1, true, "x"]}'],
    ['diff', '@@ -1 +1 @@\n-old\n+new'],
    ['rust', 'fn f(x: &str) -> Option<u32> { println!("{}", 1); None }'],
  ] as const;
  const divided: string[] = [];
  for (const [language, code] of samples) divided.push(await rolesOf(code, language));
  expect(divided.join('\n\n')).toMatchInlineSnapshot(`
    "⟦keyword:export⟧ A=⟦string:"x ⟧⟦variable:$B⟧⟦string:"⟧ && ⟦function:echo ⟧⟦string:hi ⟧⟦comment:# c⟧

    ⟦keyword:def ⟧⟦function:f⟧(⟦variable:a⟧: ⟦type:int⟧ = ⟦number:1⟧):
        ⟦keyword:return f⟧⟦string:"{⟧a⟦string:}" ⟧⟦keyword:if not⟧ a ⟦keyword:else ⟧⟦number:None⟧

    <⟦tag:p ⟧⟦variable:class⟧=⟦string:"a"⟧>Hi ⟦string:&amp; ⟧⟦comment:<!-- c -->⟧</⟦tag:p⟧>

    ⟦variable:.a:hover⟧ { ⟦variable:color⟧: ⟦number:#fff⟧; ⟦variable:width⟧: ⟦function:calc⟧(⟦number:1px⟧ + ⟦number:2%⟧) }

    ⟦variable:a⟧: ⟦number:1⟧
    ⟦variable:b⟧:
      - ⟦string:"x" ⟧⟦comment:# c⟧

    {⟦variable:"a"⟧: [⟦number:1⟧, ⟦number:true⟧, ⟦string:"x"⟧]}

    ⟦number:@@ -1 +1 @@⟧
    ⟦tag:-old⟧
    ⟦string:+new⟧

    ⟦keyword:fn ⟧⟦function:f⟧(x: &⟦type:str⟧) -> ⟦type:Option⟧<⟦type:u32⟧> { ⟦function:println!⟧(⟦string:"⟧{}⟦string:"⟧, ⟦number:1⟧); ⟦type:None⟧ }"
  `);
});

test('aliases and capitals name the same language', async () => {
  const code = 'const x = 1';
  expect(await rolesOf(code, 'TypeScript')).toBe(await rolesOf(code, 'ts'));
  expect(await rolesOf('a: 1', 'yaml')).toBe(await rolesOf('a: 1', 'yml'));
});

test('text is known and plain, one run a line', async () => {
  for (const language of ['', 'text', 'plain', 'txt', 'plaintext']) {
    expect(await createHighlighter(createMemoryStore())('a b\n\nc', language)).toEqual({
      lines: [[{ text: 'a b', role: 'plain' }], [], [{ text: 'c', role: 'plain' }]],
      known: true,
    });
  }
});

test.each(['nonsense', 'constructor', '__proto__', '../x', 'js"><script>', '🔥'])(
  'the language %s is unknown and plain',
  async (language) => {
    expect(await createHighlighter(createMemoryStore())('a\nb', language)).toEqual({
      lines: [[{ text: 'a', role: 'plain' }], [{ text: 'b', role: 'plain' }]],
      known: false,
    });
  },
);

test('code over 100 KB and lines over 2,000 characters are plain', async () => {
  const store = createMemoryStore();
  const long = await createHighlighter(store)('const x = 1;\n'.repeat(8_000), 'ts');
  expect(long.known).toBe(true);
  expect(new Set(long.lines.flat().map((run) => run.role))).toEqual(new Set(['plain']));
  const wide = await createHighlighter(store)(
    `const x = 1;\nconst y = '${'a'.repeat(2_100)}';`,
    'ts',
  );
  expect(wide.lines[0]?.[0]?.role).toBe('keyword');
  expect(wide.lines[1]?.map((run) => run.role)).toEqual(['plain']);
});

test('every line end counts as one', async () => {
  const { lines } = await createHighlighter(createMemoryStore())('a\r\nb\rc\n', 'ts');
  expect(lines.map((line) => line.map((run) => run.text).join(''))).toEqual(['a', 'b', 'c', '']);
});

test('the second time the lines come from the store', async () => {
  const entries = new Map<string, string>();
  const store: Store = {
    get: (key) => Promise.resolve(entries.get(key) ?? null),
    set: (key, text) => {
      if (entries.has(key)) throw new Error('kept twice');
      entries.set(key, text);
      return Promise.resolve();
    },
  };
  const first = await createHighlighter(store)('const x = "y";', 'ts');
  expect(entries.size).toBe(1);
  expect(await createHighlighter(store)('const x = "y";', 'ts')).toEqual(first);
  await createHighlighter(store)('const x = "y";', 'js');
  expect(entries.size).toBe(2);
});

test.each([
  '',
  '{',
  'null',
  '[]',
  '[true]',
  '[true,[[[3,"keyword"]]]]',
  '[1,[[[14,"plain"]]]]',
  '[true,[[],[]]]',
])('a damaged entry %j is made anew', async (entry) => {
  const store: Store = { get: () => Promise.resolve(entry), set: () => Promise.resolve() };
  const { lines } = await createHighlighter(store)('const x = "y";', 'ts');
  expect(lines[0]?.[0]).toEqual({ text: 'const ', role: 'keyword' });
});

test('any code of any language keeps its text and never throws', async () => {
  const language = fc.constantFrom('ts', 'html', 'sh', 'markdown', 'yaml', 'nonsense', '');
  const piece = fc.oneof(
    fc.constantFrom(
      '`${',
      '"',
      "'",
      '/*',
      '<!--',
      '\t',
      '\r\n',
      '\n',
      '{{',
      '$(',
      '#',
      '\ud83d',
      '👩‍💻',
    ),
    fc.string({ unit: 'binary', maxLength: 8 }),
  );
  const store = createMemoryStore();
  await fc.assert(
    fc.asyncProperty(language, fc.array(piece, { maxLength: 12 }), async (name, pieces) => {
      const code = pieces.join('');
      const made = await createHighlighter(store)(code, name);
      expect(textOf(made)).toBe(code.replace(/\r\n?/g, '\n'));
      expect(await createHighlighter(store)(code, name)).toEqual(made);
    }),
    { numRuns: 60 },
  );
}, 120_000);

test('a piece of code has the same colours, whatever was highlighted before it', async () => {
  const pieces: readonly (readonly [code: string, language: string])[] = [
    ['const open = `never ${closed', 'ts'],
    ['<script>let open = "', 'html'],
    ["cat <<'EOF'\nnever closed", 'bash'],
    ['/* never closed', 'ts'],
    ['const x = "y"; // a comment', 'ts'],
    ['<p class="a">text</p>', 'html'],
    ['echo "$HOME"', 'bash'],
  ];
  const oneForAll = createHighlighter(createMemoryStore());
  for (const [code, language] of pieces) {
    const alone = await createHighlighter(createMemoryStore())(code, language);
    expect(await oneForAll(code, language)).toEqual(alone);
  }
});
