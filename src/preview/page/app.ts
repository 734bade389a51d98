import { applyCommand, commandFor } from './commands.ts';
import type { Command } from './commands.ts';
import type { DeskState } from './desk.ts';
import { defineElements } from './define-elements.ts';
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
const stage = find('proof-stage');
const problems = find('problem-panel');
const meter = find('size-meter');
const connection = find('connection-note');
const status = find('status-note');
const help = find('help-dialog');
const subject = find('h1', '#subject');
const drawer = createDrawer(find('button', '#drawer'), find('header', '#side'));
const desk = createDesk(draw);

document.addEventListener('galley:choose', ({ detail }) => {
  if (detail.issue !== undefined) drawer.close();
  desk.choose(detail);
});
document.addEventListener('galley:say', ({ detail }) => {
  status.say(detail);
});
document.addEventListener('keydown', onKey);
document.addEventListener('galley:key', ({ detail }) => {
  onKey(detail);
});
find('button', '#help').addEventListener('click', () => {
  help.show();
});

function draw(state: DeskState): void {
  list.show(state);
  tabs.show(state.choice);
  beside.show(state.choice);
  options.show(state);
  actions.show(state);
  stage.show(state);
  problems.show(state);
  connection.show(state);
  if (state.details !== null || state.missing) meter.show(state.details?.rendering ?? null);
  const row = state.preview?.issues.find(({ slug }) => slug === state.choice.issue);
  const title = row?.facts?.subject ?? state.choice.issue ?? '';
  setText(subject, title === '' ? 'Galley' : title);
  const parts = [
    row === undefined ? '' : problemWords(row),
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
  desk.choose(applyCommand(command, desk.state().choice, list.slugs));
}

function close(): void {
  if (document.activeElement instanceof HTMLInputElement && list.clearFilter()) return;
  if (drawer.close()) return;
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

/** Leads to the editor without leaving the page. */
function edit(): void {
  const address = problems.firstEditorUrl;
  if (address === null) return status.say('There is no problem to open in the editor.');
  location.assign(address);
}

const takesText = 'input:not([type="radio"], [type="checkbox"]), textarea';
const takesArrows = 'input, select, textarea, [role="separator"], [tabindex="0"]';
