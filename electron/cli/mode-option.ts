import { Option } from 'commander';

/** The option `--mode`, of whatever compares a roster with the current team. */
export function modeOption(): Option {
  return new Option(
    '--mode <mode>',
    'whether people who are in Agent Connect already are left as they are or updated',
  )
    .choices(['create', 'update'])
    .default('create');
}
