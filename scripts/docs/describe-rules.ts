import { rules } from '../../src/check/registry.ts';
import type { Example, Rule, RuleGroup } from '../../src/check/rule.ts';
import { ruleGroups } from '../../src/check/rule.ts';
import { diagnosticCodes, ignoreCodes, ruleCodes } from '../../src/diagnostics/codes.ts';
import { warningCodes } from '../../src/diagnostics/warning-codes.ts';

/** What `docs/checks.md` says, made from the rules and their examples. */
export function describeRules(): string {
  const groups = ruleGroups.filter((group) => rules.some((rule) => rule.group === group));
  return [introduction, ...groups.map(describeGroup)].join('\n\n');
}

// --- internal ---

const introduction = `<!-- Made by \`npm run docs\` from the rules in src/check/rules: change it there. -->

# What \`galley check\` looks at

\`galley check\` validates everything first: [the codes of validation](../src/diagnostics/README.md)
are mostly errors in what an issue says. Then the rules below look at what an author would regret having sent,
in issues without errors. Addresses without a scheme or with a user name in them, hosts that look like
others, and pictures in the prose without alternative text are told by validation. An issue whose status
is \`sent\` is only looked at when it is named.

Warnings leave the exit code at 0, unless \`--strict\` is given. \`--format json\` and \`--format github\`
are for scripts and for GitHub Actions, \`--watch\` checks again on every save, \`--links\` asks for every
address, and \`--fix\` mends what is safe to mend: tracking parameters, trailing spaces, and \`http\` where
the config says so. It changes nothing else in the file.

## Switching a rule off

In the config, for good, or to make it count as an error:

\`\`\`yaml
check:
  rules:
    subject-length: off
    leftover: error
\`\`\`

Strings in TypeScript: \`check: { rules: { 'subject-length': 'off' } }\`. In YAML, \`off\` is a text here.

These, which are no rules but warnings of validation, can be set there, too:

${Object.entries({ ...diagnosticCodes, ...ignoreCodes })
  .filter(([code]) => warningCodes.some((one) => one === code))
  .map(([code, says]) => `- \`${code}\`: ${says}`)
  .join('\n')}

\`galley check\` goes by it; \`galley build\` tells all that validation has to say.

In an issue, for one place, with a comment on the line or on the line above; above a field it holds for
the whole text of the field. Above all data, it holds for the file. The reason is for whoever reads it next
year, and it is required:

\`\`\`yaml
# galley-ignore sponsor-label: a donated slot, nobody paid
label: Thanks to
\`\`\`

In TypeScript it is \`// galley-ignore RULE: reason\`; JSON has no comments. What is wrong with such a
comment is a warning, too: ${Object.keys(ignoreCodes)
  .map((code) => `\`${code}\``)
  .join(', ')}.

## What the rules can be told

- \`check.maxSponsors\`: how many sponsors an issue may have; 2 if left out.
- \`check.httpsUpgrade\`: whether \`--fix\` turns \`http:\` into \`https:\`; \`false\` if left out.`;

function describeGroup(group: RuleGroup): string {
  const own = rules.filter((rule) => rule.group === group);
  return [`## ${group}`, ...own.map(describeRule)].join('\n\n');
}

function describeRule({ name, severity, about }: Rule): string {
  return [
    `### ${name}`,
    `${ruleCodes[name]} (${severity})`,
    about.why,
    'It is silent about',
    describeExample(about.silent),
    'and has something to say of',
    describeExample(about.firing),
  ].join('\n\n');
}

function describeExample(example: Example): string {
  const { issue, config, templates, pictures, earlier, answers } = example;
  const past = earlier?.at(-1);
  const seen = Object.entries(answers ?? {}).map(
    ([url, { reason, movedTo }]) => `# ${url}: ${movedTo === undefined ? reason : `→ ${movedTo}`}`,
  );
  const shown = Object.entries(pictures ?? {}).map(([name, { width, height, bytes = 500 }]) => {
    return `# ${name}: ${width} × ${height} pixels, ${Math.ceil(bytes / 1000)} KB`;
  });
  const files = [
    ...(config === undefined ? [] : [`# newsletter.config.yaml\n${config.trim()}`]),
    ...(past === undefined ? [] : [`# an earlier issue\n${past.trim()}`]),
    ...(issue === undefined ? [] : [`# the issue\n${issue.trim()}`]),
    ...(shown.length === 0 ? [] : [`# pictures beside it\n${shown.join('\n')}`]),
    ...(seen.length === 0 ? [] : [`# what --links saw\n${seen.join('\n')}`]),
  ];
  const written = Object.entries(templates ?? {}).map(
    ([name, text]) => `\`templates/default/${name}\`:\n\n\`\`\`text\n${text.trim()}\n\`\`\``,
  );
  const data = files.map((file) => `\`\`\`yaml\n${shorten(file)}\n\`\`\``);
  return [...data, ...written].join('\n\n');
}

/** A text that is long because that is what the rule is about. */
function shorten(file: string): string {
  return file.replace(/^(.{150}).{150,}?("?)$/gm, '$1 … and so on$2');
}
