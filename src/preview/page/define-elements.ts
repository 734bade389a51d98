import { ActionBar } from './elements/action-bar.ts';
import { BesideChoice } from './elements/beside-choice.ts';
import { ChangesView } from './elements/changes-view.ts';
import { ConnectionNote } from './elements/connection-note.ts';
import { FrameEdge } from './elements/frame-edge.ts';
import { HelpDialog } from './elements/help-dialog.ts';
import { InboxView } from './elements/inbox-view.ts';
import { IssueLine } from './elements/issue-line.ts';
import { IssueList } from './elements/issue-list.ts';
import { MailFrame } from './elements/mail-frame.ts';
import { MailOptions } from './elements/mail-options.ts';
import { MailView } from './elements/mail-view.ts';
import { MessageView } from './elements/message-view.ts';
import { OptionGroup } from './elements/option-group.ts';
import { ProblemPanel } from './elements/problem-panel.ts';
import { ProofStage } from './elements/proof-stage.ts';
import { SizeMeter } from './elements/size-meter.ts';
import { SourceView } from './elements/source-view.ts';
import { StatusNote } from './elements/status-note.ts';
import { TextView } from './elements/text-view.ts';
import { ViewPane } from './elements/view-pane.ts';
import { ViewTabs } from './elements/view-tabs.ts';

/** Makes the page's elements known: an element before those that are made of it. */
export function defineElements(): void {
  customElements.define('frame-edge', FrameEdge);
  customElements.define('mail-frame', MailFrame);
  customElements.define('mail-view', MailView);
  customElements.define('text-view', TextView);
  customElements.define('inbox-view', InboxView);
  customElements.define('message-view', MessageView);
  customElements.define('source-view', SourceView);
  customElements.define('changes-view', ChangesView);
  customElements.define('view-pane', ViewPane);
  customElements.define('proof-stage', ProofStage);
  customElements.define('issue-line', IssueLine);
  customElements.define('issue-list', IssueList);
  customElements.define('view-tabs', ViewTabs);
  customElements.define('option-group', OptionGroup);
  customElements.define('beside-choice', BesideChoice);
  customElements.define('mail-options', MailOptions);
  customElements.define('action-bar', ActionBar);
  customElements.define('size-meter', SizeMeter);
  customElements.define('problem-panel', ProblemPanel);
  customElements.define('connection-note', ConnectionNote);
  customElements.define('status-note', StatusNote);
  customElements.define('help-dialog', HelpDialog);
}
