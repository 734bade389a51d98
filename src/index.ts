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
export type { Issue, IssueInput } from './issue/schema.ts';
export { defineConfig } from './workspace/define-config.ts';
export type { Publication, PublicationInput } from './workspace/publication.ts';
