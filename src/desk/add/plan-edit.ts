import type { Item } from '../../issue/schema.ts';
import { findList } from '../../source/edit/find-list.ts';
import { fillList } from '../../source/edit/fill-list.ts';
import { insertMember, replaceMember } from '../../source/edit/insert-member.ts';
import type { TextEdit, WrittenList } from '../../source/edit/written-list.ts';
import type { Source } from '../../source/source.ts';
import { isPlaceholderItem } from '../draft/placeholders.ts';
import { builderOf } from '../write/format-typescript.ts';
import { memberWriter } from './write-member.ts';

/** The sections that links go into. */
export type LinkSection = 'reading' | 'news';

/** The edits of a source's text that add an item, and the value that the source has after them. */
export interface PlannedEdit {
  readonly edits: readonly TextEdit[];
  readonly expected: unknown;
}

/**
 * Plans how an item gets into the first section of a kind: in the place of its placeholder, else at
 * the end of its list, which may be empty; where there is no such section, one is made. Null when the source doesn't have its list
 * written out where it could be edited.
 */
export async function planEdit(
  source: Source,
  text: string,
  kind: LinkSection,
  item: Item,
): Promise<PlannedEdit | null> {
  const expected = structuredClone(source.value);
  const sections = sectionsOf(expected);
  if (sections === null) return null;
  const at = sections.findIndex((section) => section['kind'] === kind);
  const section = sections[at];
  if (section === undefined) return planSection(source, text, expected, kind, item);

  const { items: written } = section;
  if (written !== null && !Array.isArray(written)) return null;
  const items: unknown[] = written ?? [];
  section['items'] = items;
  const path = ['sections', at, 'items'];
  const list = await listAt(source, text, path);
  if (list === null) return null;
  const write = await memberWriter(item, text, list);
  if (list.members.length === 0) {
    items.push(item);
    return { edits: fillList(text, list, write), expected };
  }
  const placeholder = items.findIndex(isPlaceholderItem);
  if (placeholder === -1) {
    items.push(item);
    return { edits: insertMember(text, list, list.members.length - 1, write), expected };
  }
  const index = await memberIndex(source, list, [...path, placeholder]);
  if (index === -1) return null;
  items[placeholder] = item;
  return { edits: replaceMember(text, list, index, write), expected };
}

// --- internal ---

type Data = Record<string, unknown>;

function sectionsOf(value: unknown): Data[] | null {
  if (typeof value !== 'object' || value === null || !('sections' in value)) return null;
  const { sections } = value;
  if (!Array.isArray(sections) || sections.length === 0) return null;
  const areObjects = sections.every((one) => typeof one === 'object' && one !== null);
  return areObjects ? (sections as Data[]) : null;
}

/** Only in the issue's own file: what stands elsewhere may be meant for others too. */
async function listAt(
  source: Source,
  text: string,
  path: readonly (string | number)[],
): Promise<WrittenList | null> {
  const stretch = await source.find(path);
  if (stretch?.file !== source.file) return null;
  return findList(source.file, text, stretch.start);
}

async function memberIndex(
  source: Source,
  { members }: WrittenList,
  path: readonly (string | number)[],
): Promise<number> {
  const stretch = await source.find(path);
  if (stretch?.file !== source.file) return -1;
  return members.findIndex(({ start, end }) => start <= stretch.start && stretch.start < end);
}

async function planSection(
  source: Source,
  text: string,
  expected: unknown,
  kind: LinkSection,
  item: Item,
): Promise<PlannedEdit | null> {
  const sections = sectionsOf(expected) ?? [];
  const list = await listAt(source, text, ['sections']);
  if (list === null) return null;
  const before = sections.findIndex((section) => {
    return section['kind'] === 'sign-off' || (kind === 'reading' && section['kind'] === 'news');
  });
  const at = before === -1 ? sections.length : before;
  const next =
    before === -1 ? list.members.length : await memberIndex(source, list, ['sections', before]);
  if (next < 1) return null;
  const section = { kind, items: [item] };
  sections.splice(at, 0, section);
  const builder = list.format === 'typescript' ? await importBuilder(source, text, kind) : null;
  const write = await memberWriter(section, text, list, builder === null);
  return { edits: [...(builder ?? []), ...insertMember(text, list, next - 1, write)], expected };
}

/** The edits that import a builder, if it is not yet; null where builders are not imported by name. */
async function importBuilder(
  { file }: Source,
  text: string,
  kind: LinkSection,
): Promise<readonly TextEdit[] | null> {
  const { findImport } = await import('../../source/edit/find-import.ts');
  const found = findImport(file, text, 'galley');
  if (found === null) return null;
  const builder = builderOf(kind);
  if (found.names.includes(builder)) return [];
  // A name of the author's own: the section is written without the builder.
  if (new RegExp(`\\b${builder}\\b(?!['"])`).test(text)) return null;
  const after = found.names.findLastIndex((name) => name < builder);
  return insertMember(text, found.list, Math.max(0, after), () => builder);
}
