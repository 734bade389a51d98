import type { CommandModule } from './command.ts';

/** A command as `galley --help` lists it; its file is only loaded when it is the one to run. */
export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<CommandModule>;
}

/** The commands in the order of `galley --help`. */
export const commandEntries: readonly CommandEntry[] = [
  {
    name: 'init',
    summary: 'make a new workspace, with a config and a first issue',
    load: () => import('./commands/init.ts'),
  },
  {
    name: 'list',
    summary: 'list the issues: status, words, reading time, problems',
    load: () => import('./commands/list.ts'),
  },
  {
    name: 'add',
    summary: 'keep a link for the coming issue',
    load: () => import('./commands/add.ts'),
  },
  {
    name: 'new',
    summary: 'make the next issue, numbered and dated',
    load: () => import('./commands/new.ts'),
  },
  {
    name: 'build',
    summary: 'render issues to out/: email.html, email.txt and email.eml',
    load: () => import('./commands/build.ts'),
  },
  {
    name: 'check',
    summary: 'find what is wrong with issues, rendering nothing to disk',
    load: () => import('./commands/check.ts'),
  },
  {
    name: 'preview',
    summary: 'show issues in the browser, again on every save',
    load: () => import('./commands/preview.ts'),
  },
  {
    name: 'send',
    summary: 'send an issue to yourself as a test mail',
    load: () => import('./commands/send.ts'),
  },
  {
    name: 'log',
    summary: 'list the test mails that were sent',
    load: () => import('./commands/log.ts'),
  },
  {
    name: 'doctor',
    summary: 'look at the mail server without sending anything',
    load: () => import('./commands/doctor.ts'),
  },
  {
    name: 'schema',
    summary: 'print the JSON Schema of issues or config, for editors',
    load: () => import('./commands/schema.ts'),
  },
];
