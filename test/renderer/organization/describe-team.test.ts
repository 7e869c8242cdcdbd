import { describe, expect, it } from 'vitest';
import { describeTeam, isOld } from '../../../renderer/organization/describe-team.ts';
import { readSubdomain } from '../../../renderer/organization/details-form.tsx';

const now = new Date('2026-06-15T12:00:00Z');
const taken = (takenAt: string, people = 47) => describeTeam({ people, takenAt }, now);

describe('the age of a snapshot', () => {
  it.each([
    ['2026-06-15T11:59:30Z', 'just now'],
    ['2026-06-15T12:30:00Z', 'just now'],
    ['2026-06-15T11:58:59Z', '1 minute ago'],
    ['2026-06-15T09:30:00Z', '2 hours ago'],
    ['2026-06-12T11:00:00Z', '3 days ago'],
    ['2026-01-02T12:00:00Z', 'on 2 January 2026'],
  ])('of %s is said as “%s”', (takenAt, words) => {
    expect(taken(takenAt)).toBe(`47 people, taken ${words}`);
  });

  it('comes after how many people it has', () => {
    expect(taken('2026-06-15T12:00:00Z', 1)).toBe('1 person, taken just now');
    expect(taken('2026-06-15T12:00:00Z', 50_000)).toBe('50,000 people, taken just now');
  });

  it('is old after a week', () => {
    expect(isOld({ takenAt: '2026-06-08T12:00:00Z' }, now)).toBe(false);
    expect(isOld({ takenAt: '2026-06-08T11:59:59Z' }, now)).toBe(true);
  });
});

describe('a subdomain', () => {
  it.each([
    ['acme', 'acme'],
    [' Acme ', 'acme'],
    ['acme.stellaconnect.net', 'acme'],
    ['https://ACME.stellaconnect.net/people?x=1', 'acme'],
    ['https://acme.api.stellaconnect.net', 'acme'],
    ['acme.stellaconnect.net.example.com', 'acme.stellaconnect.net.example.com'],
    ['acme.example.com', 'acme.example.com'],
  ])('in “%s” is “%s”', (typed, subdomain) => {
    expect(readSubdomain(typed)).toBe(subdomain);
  });
});
