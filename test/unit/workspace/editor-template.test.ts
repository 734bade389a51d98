import { describe, expect, it } from 'vitest';
import { chooseEditor, editorTemplates } from '../../../src/workspace/editor-template.ts';

describe('the choice of an editor', () => {
  it.each(Object.entries(editorTemplates))('knows %s', (name, template) => {
    expect(chooseEditor(name)).toEqual({ ok: true, template });
    // What is known would also be allowed as written.
    expect(chooseEditor(template)).toEqual({ ok: true, template });
  });

  it.each([
    'nova://open?path={file}&line={line}',
    'emacs://open?url=file://{file}&line={line}&column={column}',
    'X-Editor+1.0://{file}',
  ])('takes %s', (template) => {
    expect(chooseEditor(template)).toEqual({ ok: true, template });
  });

  it.each([
    ['', 'is no editor known here'],
    ['constructor', 'is no editor known here'],
    ['/usr/bin/vim {file}', 'is no editor known here'],
    ['javascript:alert(1)//{file}', 'is a javascript: address'],
    ['JavaScript://%0aalert(1){file}', 'is a javascript: address'],
    ['vbscript://{file}', 'is a vbscript: address'],
    ['data://text/html,{file}', 'is a data: address'],
    ['https://example.com/{file}', 'is a https: address'],
    ['file://{file}', 'is a file: address'],
    ['ms-msdt://{file}', 'is a ms-msdt: address'],
    ['search-ms://{file}', 'is a search-ms: address'],
    ['mine:{file}', 'has no // after its scheme'],
    ['mine://open', 'does not say where the {file} goes'],
    ['mine://{file}?{row}', 'has a character that no address may have'],
    ['mine://{file}" onclick="x', 'has a character that no address may have'],
    ['mine://a b{file}', 'has a character that no address may have'],
    ['mine://{file}\u202e', 'has a character that no address may have'],
    ['mine://{file}\r\nX: y', 'has a character that no address may have'],
  ])('refuses %j', (text, why) => {
    const chosen = chooseEditor(text);
    expect(chosen).toMatchObject({ ok: false, hint: expect.stringMatching(/\.$/) as string });
    expect(chosen.ok ? '' : chosen.why).toContain(why);
  });

  it('suggests a name that is meant', () => {
    expect(chooseEditor('vscod')).toMatchObject({
      why: 'is "vscod", which is no editor known here',
      hint: expect.stringContaining('Did you mean `vscode`?') as string,
    });
  });
});
