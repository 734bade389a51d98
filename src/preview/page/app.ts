import { applyCommand, commandFor } from './commands.ts';
import type { Command } from './commands.ts';
import { fitChoice } from './choice.ts';
import { defineElements } from './define-elements.ts';
import type { DeskState } from './desk-state.ts';
import { createDesk } from './desk.ts';
import { createDrawer } from './drawer.ts';
import { find } from './find.ts';
import { setText } from './make.ts';
import { problemWords } from './sizes.ts';

defineElements();

const list = find('issue-list');
const tabs = find('view-tabs');
const beside = find('beside-choice');
const options = find('mail-options');
const actions = find('action-bar');
const about = find('about-line');
const tools = find('div', '.tools');
const stage = find('proof-stage');
const outboxLink = find('outbox-link');
const outboxList = find('outbox-list');
const outboxBar = find('outbox-bar');
const sending = find('send-panel');
const problems = find('problem-panel');
const meter = find('size-meter');
const connection = find('connection-note');
const status = find('status-note');
const help = find('help-dialog');
const subject = find('h1', '#subject');
const drawer = createDrawer(find('button', '#drawer'), find('header', '#side'));
const desk = createDesk(draw);

document.addEventListener('galley:choose', ({ detail }) => {
  if (detail.issue !== undefined || detail.outbox !== undefined) drawer.close();
  desk.choose(detail);
});
document.addEventListener('galley:send', () => void desk.send());
document.addEventListener('galley:say', ({ detail }) => {
  status.say(detail);
});
document.addEventListener('galley:place', ({ detail }) => {
  const { view, beside } = fitChoice(desk.state().choice);
  if (view !== 'mail' && beside !== 'mail') desk.choose({ view: 'mail' });
  stage.mark(detail);
});
document.addEventListener('keydown', onKey);
document.addEventListener('galley:key', ({ detail }) => {
  onKey(detail);
});
find('button', '#help').addEventListener('click', () => {
  help.show();
});

function draw(found: DeskState): void {
  const state = { ...found, choice: fitChoice(found.choice) };
  const { choice, mail } = state;
  const isIssue = choice.outbox === null;
  list.show(state);
  tabs.show(state.choice);
  beside.show(state.choice);
  options.show(state);
  actions.show(state);
  about.show(state);
  stage.hidden = tools.hidden = choice.outbox === '';
  if (!stage.hidden) stage.show(state);
  outboxLink.show(state);
  outboxList.show(state);
  outboxBar.show(state);
  sending.show(state);
  problems.show(state);
  problems.hidden = !isIssue;
  connection.show(state);
  if (!isIssue) meter.show(null);
  else if (state.details !== null || state.missing) meter.show(state.details?.rendering ?? null);
  const row = state.preview?.issues.find(({ slug }) => slug === choice.issue);
  const title = isIssue ? (row?.facts?.subject ?? choice.issue ?? '') : mailTitle(mail);
  setText(subject, title === '' ? 'Galley' : title);
  const parts = [
    row === undefined || !isIssue ? '' : problemWords(row),
    title,
    state.preview?.publication ?? '',
  ];
  document.title = [...parts, 'Galley'].filter((part) => part !== '').join(' · ');
}

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || help.open) return;
  const { key, ctrlKey, metaKey, altKey } = event;
  const target = event.target instanceof Element ? event.target : null;
  const typing = target?.closest(takesText) != null;
  // In the frame, whose elements are of another world, arrows scroll.
  const ownArrows = target === null || target.closest(takesArrows) !== null;
  const command = commandFor({ key, ctrlKey, metaKey, altKey, typing, ownArrows });
  if (command === null) return;
  if (command.does === 'close') return close();
  event.preventDefault();
  run(command);
}

function run(command: Command): void {
  if (command.does === 'help') return help.show();
  if (command.does === 'edit') return edit();
  if (command.does === 'filter') {
    drawer.open();
    return list.focusFilter();
  }
  const { choice, outbox } = desk.state();
  const mails = outbox?.mails.map(({ name }) => name) ?? [];
  desk.choose(applyCommand(command, choice, { slugs: list.slugs, mails }));
}

function close(): void {
  if (document.activeElement instanceof HTMLInputElement && list.clearFilter()) return;
  if (drawer.close() || sending.close()) return;
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

/** Leads to the editor without leaving the page. */
function edit(): void {
  const address = problems.firstEditorUrl;
  if (address === null) return status.say('There is no problem to open in the editor.');
  location.assign(address);
}

function mailTitle(mail: DeskState['mail']): string {
  if (mail === null) return 'Outbox';
  return mail.subject === '' ? 'A mail without a subject' : mail.subject;
}

const takesText = 'input:not([type="radio"], [type="checkbox"]), textarea';
const takesArrows = 'input, select, textarea, [role="separator"], [tabindex="0"]';
