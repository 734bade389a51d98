import type { Rule } from './rule.ts';
import { altText } from './rules/alt-text.ts';
import { articleSlip } from './rules/article-slip.ts';
import { bareDomain } from './rules/bare-domain.ts';
import { brokenEmoji } from './rules/broken-emoji.ts';
import { contrast } from './rules/contrast.ts';
import { cssSupport } from './rules/css-support.ts';
import { danglingColon } from './rules/dangling-colon.ts';
import { deadLink } from './rules/dead-link.ts';
import { doubledWord } from './rules/doubled-word.ts';
import { duplicateLink } from './rules/duplicate-link.ts';
import { emojiLink } from './rules/emoji-link.ts';
import { falseReply } from './rules/false-reply.ts';
import { headingOrder } from './rules/heading-order.ts';
import { heavyMessage } from './rules/heavy-message.ts';
import { heavyPicture } from './rules/heavy-picture.ts';
import { htmlSupport } from './rules/html-support.ts';
import { imageFormat } from './rules/image-format.ts';
import { insecureLink } from './rules/insecure-link.ts';
import { issueOrder } from './rules/issue-order.ts';
import { leftover } from './rules/leftover.ts';
import { linkByColour } from './rules/link-by-colour.ts';
import { linkSharedBefore } from './rules/link-shared-before.ts';
import { longParagraph } from './rules/long-paragraph.ts';
import { lostAddress } from './rules/lost-address.ts';
import { mailSize } from './rules/mail-size.ts';
import { messageForm } from './rules/message-form.ts';
import { missingInText } from './rules/missing-in-text.ts';
import { mixedQuotes } from './rules/mixed-quotes.ts';
import { movedLink } from './rules/moved-link.ts';
import { oneClickUnsubscribe } from './rules/one-click-unsubscribe.ts';
import { preheaderLength } from './rules/preheader-length.ts';
import { repeatedPreheader } from './rules/repeated-preheader.ts';
import { replyDomain } from './rules/reply-domain.ts';
import { sameSubject } from './rules/same-subject.ts';
import { shortLink } from './rules/short-link.ts';
import { shoutedSubject } from './rules/shouted-subject.ts';
import { skippedMonth } from './rules/skipped-month.ts';
import { smallPicture } from './rules/small-picture.ts';
import { sponsorCount } from './rules/sponsor-count.ts';
import { sponsorFirst } from './rules/sponsor-first.ts';
import { sponsorLabel } from './rules/sponsor-label.ts';
import { sponsorLinkElsewhere } from './rules/sponsor-link-elsewhere.ts';
import { styleLimit } from './rules/style-limit.ts';
import { subjectLength } from './rules/subject-length.ts';
import { trackingParameter } from './rules/tracking-parameter.ts';
import { trailingSpace } from './rules/trailing-space.ts';
import { unfilledPlaceholder } from './rules/unfilled-placeholder.ts';
import { unreachableLink } from './rules/unreachable-link.ts';
import { unsubscribeLink } from './rules/unsubscribe-link.ts';
import { unusualLength } from './rules/unusual-length.ts';
import { usualSection } from './rules/usual-section.ts';
import { weakLinkText } from './rules/weak-link-text.ts';

/**
 * All rules, in the order of their documentation. A rule's file is small and cheap to load; what is
 * heavy (data of mail programs, parsers) it imports when it runs.
 */
export const rules: readonly Rule[] = [
  // Inbox
  subjectLength,
  falseReply,
  shoutedSubject,
  repeatedPreheader,
  preheaderLength,
  replyDomain,

  // Words
  leftover,
  unfilledPlaceholder,
  doubledWord,
  articleSlip,
  weakLinkText,
  danglingColon,
  mixedQuotes,
  brokenEmoji,
  longParagraph,
  trailingSpace,

  // Links
  duplicateLink,
  linkSharedBefore,
  trackingParameter,
  insecureLink,
  shortLink,
  bareDomain,
  deadLink,
  unreachableLink,
  movedLink,

  // Sponsor
  sponsorLabel,
  sponsorCount,
  sponsorFirst,
  sponsorLinkElsewhere,

  // Reader's access
  altText,
  contrast,
  headingOrder,
  linkByColour,
  emojiLink,

  // Clients
  cssSupport,
  htmlSupport,
  imageFormat,
  styleLimit,
  mailSize,

  // Message
  heavyPicture,
  heavyMessage,
  smallPicture,
  oneClickUnsubscribe,
  unsubscribeLink,
  messageForm,
  lostAddress,
  missingInText,

  // Issue against issue
  issueOrder,
  sameSubject,
  skippedMonth,
  usualSection,
  unusualLength,
];
