/*
 * The public API. What is exported here is written down in `dist/index.d.ts`, which is made from
 * these files and from the schemas; `docs/library.md` shows it at work.
 */
export type { Diagnostic, Severity } from './diagnostics/diagnostic.ts';
export type { DiagnosticCode, UserErrorCode } from './diagnostics/codes.ts';
export { UserError } from './diagnostics/user-error.ts';
export {
  button,
  callout,
  code,
  defineIssue,
  image,
  intro,
  links,
  news,
  post,
  quote,
  reading,
  signOff,
  sponsor,
  topic,
  video,
  workingOn,
} from './issue/builders.ts';
export type {
  Block,
  BlockKind,
  Body,
  Interlude,
  Issue,
  IssueInput,
  Item,
  Section,
  SectionKind,
} from './issue/schema.ts';
export type { BuildOptions, BuildResults } from './library/build-issues.ts';
export { buildIssues } from './library/build-issues.ts';
export type { CheckOptions, CheckResults } from './library/check-issues.ts';
export { checkIssues } from './library/check-issues.ts';
export { formatDiagnostics } from './library/format-diagnostics.ts';
export type { FailedIssue, ListedIssue } from './library/list-issues.ts';
export { listIssues } from './library/list-issues.ts';
export type { LoadedIssue } from './library/load-issue.ts';
export { loadIssue } from './library/load-issue.ts';
export { loadWorkspace } from './library/load-workspace.ts';
export type { RenderedImage, RenderedIssue, RenderOptions } from './library/render-issue.ts';
export { renderIssue } from './library/render-issue.ts';
export type { Workspace } from './library/workspace.ts';
export type { BuildResult } from './press/build-issues.ts';
export { defineConfig } from './workspace/define-config.ts';
export type { Publication, PublicationInput } from './workspace/publication.ts';
