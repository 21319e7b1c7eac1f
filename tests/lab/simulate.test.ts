import { execFile } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { measure, playRow, type SimulateOptions } from '../../src/lab/index.ts';
import { loadScenario } from '../../src/scenario/index.ts';

const loaded = loadScenario('tests/fixtures/mini');
if (!loaded.ok) throw new Error('the fixture has faults');
const { case: c } = loaded.bundle;
const options: SimulateOptions = { games: 12, seed: 3, bots: 'mixed', paired: 6 };

describe('a simulation', () => {
  it('plays each game the same, whatever was played before', () => {
    const forwards = Array.from({ length: 12 }, (_, k) => playRow(c, options, k));
    const backwards = Array.from({ length: 12 }, (_, k) => playRow(c, options, 11 - k)).reverse();
    expect(backwards).toEqual(forwards);
  });

  it('plays some of them again with one thing changed', () => {
    const rows = Array.from({ length: 12 }, (_, k) => playRow(c, options, k));
    expect(rows.filter((r) => r.allPass !== null)).toHaveLength(6);
    expect(rows.filter((r) => r.onePasses !== null)).toHaveLength(6);
    expect(rows.slice(6).every((r) => r.breach.forced === null)).toBe(true);
    expect(rows.some((r) => r.breach.forced !== null)).toBe(true);
    const report = measure(c, rows);
    expect(report.games).toBe(12);
    expect(report.endings.reduce((sum, e) => sum + e.share, 0)).toBeCloseTo(1);
  });

  it('prints the same for any number of workers, and takes no more than 80 columns', async () => {
    const [one, two, text] = await Promise.all([
      simulate('--games', '90', '--workers', '1', '--json'),
      simulate('--games', '90', '--workers', '2', '--json'),
      simulate('--games', '90'),
    ]);
    expect(two.stdout).toBe(one.stdout);
    expect(JSON.parse(one.stdout)).toMatchObject({ scenario: 'mini', games: 90, seed: 1, bots: 'mixed' });
    for (const line of text.stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    expect(text.stdout).not.toContain('⟦');
  }, 60_000);

  it('refuses what it cannot do with exit code 2', async () => {
    const wrong = [
      ['--games', '0'],
      ['--bots', 'angels'],
      ['--preset', 'endless'],
      ['--seed', '1.5'],
    ];
    const answers = await Promise.all(wrong.map((args) => simulate(...args)));
    answers.forEach(({ code, stderr }, k) => {
      expect(code, wrong[k]!.join(' ')).toBe(2);
      expect(stderr).toContain('demarche: ');
    });
  }, 60_000);
});

/** Runs the command in a process of its own; several may run beside each other. */
function simulate(...args: readonly string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const all = ['bin/demarche.mjs', 'simulate', 'tests/fixtures/mini', ...args];
    const child = execFile(process.execPath, all, (_error, stdout, stderr) =>
      resolve({ code: child.exitCode, stdout, stderr }),
    );
  });
}
