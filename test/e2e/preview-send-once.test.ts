import { describe, expect, it, onTestFinished } from 'vitest';
import { makeRawServer } from '../support/raw-smtp-server.ts';
import { runPreview } from '../support/run-preview.ts';
import {
  button,
  draft,
  openEvents,
  panel,
  post,
  untilDone,
  useTabs,
} from '../support/send-from-preview.ts';
import { useSendWorkspace } from '../support/send-workspace.ts';

const { root, configure, log } = useSendWorkspace(draft);
const openTab = useTabs();

describe('one send at a time', () => {
  /** A server that answers the final dot only when it is told to. */
  async function startPatient() {
    let go = (): void => undefined;
    let reached = (): void => undefined;
    const atDot = new Promise<void>((resolve) => (reached = resolve));
    const gone = new Promise<void>((resolve) => (go = resolve));
    const server = await makeRawServer({
      end: async (peer) => {
        reached();
        await gone;
        peer.send('250 2.0.0 queued late\r\n');
      },
    });
    onTestFinished(() => server.close());
    return {
      server,
      atDot,
      go: () => {
        go();
      },
    };
  }

  it('refuses a second one calmly, and shows the first to a tab that is opened meanwhile', async () => {
    const { server, atDot, go } = await startPatient();
    await configure(server);
    const preview = await runPreview(root(), ['--port', '0']);
    const events = await openEvents(preview);
    expect((await post(preview, 'one')).status).toBe(202);
    await atDot;
    const second = await post(preview, 'one');
    expect(second.status).toBe(409);
    expect(await second.json()).toMatchObject({
      message: 'A test mail of one is being sent already.',
    });
    const { page } = await openTab(preview);
    await panel(page).getByText('Sending a test mail of one to a@example.com, 1 of 2…').waitFor();
    await page.waitForSelector('action-bar .send[aria-disabled]');
    go();
    await panel(page).getByText('Sent to a@example.com, b@example.com.').waitFor();
    expect((await untilDone(events)).mails.map(({ status }) => status)).toEqual([
      'accepted',
      'accepted',
    ]);
    expect(server.messages.length).toBe(2);
    await page.waitForSelector('action-bar .send:not([aria-disabled])');
    await events.cancel();
  });

  it('is finished by Ctrl-C as far as the mail at hand, and says who got one', async () => {
    const { server, atDot, go } = await startPatient();
    await configure(server);
    const preview = await runPreview(root(), ['--port', '0']);
    const { page } = await openTab(preview);
    await button(page).click();
    await atDot;
    const ended = preview.interrupt();
    await preview.says('Stopping after the mail at hand; Ctrl-C again stops at once.\n');
    go();
    expect(await ended).toBe(130);
    expect(preview.stderr()).toContain('Sent to a@example.com.\nNot sent to b@example.com.\n');
    // The tabs were told before the end.
    await panel(page).getByText('Sent to a@example.com. Not sent to b@example.com.').waitFor();
    expect(server.messages.length).toBe(1);
    expect(log().map(({ to }) => to)).toEqual(['a@example.com']);
  });
});
