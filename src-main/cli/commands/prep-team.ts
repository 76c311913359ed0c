import type { Command } from 'commander';
import { CaseError } from '../../domain/errors.ts';
import { visibleText } from '../../domain/file-name.ts';
import { ask } from '../call.ts';
import { memberLine } from '../preparation-text.ts';
import { recordPreparation } from '../record-preparation.ts';
import { type Run, collect } from '../register.ts';

interface MemberOptions {
  readonly name?: string;
  readonly for?: string;
  readonly phone?: string;
  readonly outOfHours?: string;
  readonly email?: string;
  readonly note?: string;
  readonly alternate?: boolean;
  readonly contact?: boolean;
  readonly remove?: boolean;
}

interface OrganisationOptions {
  readonly legal?: string;
  readonly trading?: string;
  readonly sellerId?: string;
  readonly site?: string[];
  readonly server?: string[];
}

/** Who is on the team, and who the organisation is. */
export function prepTeamCommands(prep: Command, run: Run): void {
  const team = prep.command('team').description('the response team and how to reach it');

  team
    .command('list')
    .description('everybody, with telephone numbers')
    .action(async () => {
      const { context } = await run.start();
      const shown = await ask(context, 'preparation.show', {});
      const lines = shown.team.map((member) => memberLine(member, shown.roles));
      context.output.done(
        { team: shown.team, roles: shown.roles },
        lines.join('\n') ||
          `Nobody yet. The plan has the roles ${shown.roles.map(({ id, title }) => `${id} (${visibleText(title)})`).join(', ')}.`,
      );
    });

  team
    .command('set')
    .argument('<member>', 'id or name; the name of somebody new adds them')
    .description('put somebody on the team, or say something else of them; what is not given stays')
    .option('--name <name>', 'another name')
    .option('--for <role>', 'role of the plan, such as role-owner')
    .option('--phone <number>')
    .option('--out-of-hours <number>')
    .option('--email <address>')
    .option('--note <text>')
    .option('--alternate', 'stands in where the first one of the role is not reached')
    .option('--no-alternate', 'is the first one of the role')
    .option('--contact', 'is the incident point of contact')
    .option('--no-contact', 'is not')
    .option('--remove', 'take them off the team')
    .action(async (member: string, options: MemberOptions) => {
      const { name, for: role, phone, outOfHours, email, note, alternate, contact, remove } = options;
      const said = { name, role, phone, outOfHours, email, note, alternate, contact };
      await recordPreparation(run, 'Recorded', 'preparation.set-member', () => ({
        member,
        ...said,
        removed: remove,
      }));
    });

  const organisation = prep.command('organisation').description('who the organisation is');
  organisation
    .command('set')
    .description('say it anew; what is not given stays, an empty text is taken away')
    .option('--legal <name>', 'legal name')
    .option('--trading <name>', 'trading name')
    .option('--seller-id <id>', 'seller or developer id of the marketplace')
    .option('--site <address>', 'all sites anew; may be given several times', collect)
    .option('--server <name|role|reference>', 'all servers anew; may be given several times', collect)
    .action(async ({ legal, trading, sellerId, site, server }: OrganisationOptions) => {
      await recordPreparation(run, 'Recorded', 'preparation.set-organisation', () => ({
        legalName: legal,
        tradingName: trading,
        sellerId,
        sites: site,
        servers: server?.map((text) => serverOf(text)),
      }));
    });
}

/** `WEB01|web server|HS-4471`: name, role, what the host calls it. */
function serverOf(text: string): { name: string; role: string; reference: string } {
  const [name = '', role = '', reference = '', ...rest] = text.split('|');
  if (rest.length > 0) {
    throw new CaseError('wrong-use', {
      reason: `“${text}” is no server: name, role and the host's reference, with | between them.`,
    });
  }
  return { name, role, reference };
}
