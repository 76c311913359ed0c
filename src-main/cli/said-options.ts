import { type Command, Option } from 'commander';
import { type EvidenceType, type Said, evidenceTypeSchema } from '../contract/evidence.ts';
import { describedNames, viewName } from '../domain/exhibit-details.ts';
import { wholeNumber } from './register.ts';

/** What can be said about an exhibit, when it is added and later. */
export interface SaidOptions extends Said {
  readonly title?: string;
  readonly type?: EvidenceType;
}

export function addSaidOptions(command: Command): Command {
  return command
    .option('--title <title>')
    .addOption(new Option('--type <type>').choices(evidenceTypeSchema.options))
    .option('--source <host>', 'host, person or system it comes from')
    .option('--collected-by <name>')
    .option('--held-by <name>', 'who keeps it')
    .option('--location <place>', 'where it is kept')
    .option('--program <name>', 'of a log: what wrote it')
    .option('--covers <from..to>', 'of a log: the span it covers')
    .option('--zone <iana>', 'zone of the times given, and of a log the zone it writes in')
    .option('--clock-offset <seconds>', "the source's clock, ahead (+) or behind (-)", wholeNumber)
    .option('--provider <name>', 'of a snapshot: who made it')
    .option('--item-id <id>', 'of a snapshot: its id at the provider')
    .option('--console <place>', "of a snapshot: where it stands in the provider's console")
    .option('--rotation <what>', 'of a backup: the rotation that it is exempted from')
    .option('--make <make>', 'of a thing: maker and model')
    .option('--serial <number>', 'of a thing: serial number')
    .option('--label <label>', 'the label that was printed anew, where two exhibits had the same number');
}

/** The options that were given, as a request holds them. */
export function saidIn(options: SaidOptions): SaidOptions {
  const given: Readonly<Record<string, unknown>> = { ...options };
  return Object.fromEntries(
    describedNames
      .map((name) => viewName(name))
      .flatMap((name) => (given[name] === undefined ? [] : [[name, given[name]]])),
  );
}
