export interface Shot {
  readonly screen: string;
  readonly size: string;
  readonly theme: string;
  /** Beside the sheet. */
  readonly file: string;
}

/** A page that shows all pictures, a row for each screen; names are those of screens.ts, so nothing in them needs escaping. */
export function sheet(shots: readonly Shot[]): string {
  const screens = [...new Set(shots.map(({ screen }) => screen))];
  const figure = ({ file, size, theme }: Shot) =>
    `<figure class="${size}"><a href="${file}"><img src="${file}" alt="" loading="lazy"></a><figcaption>${size}, ${theme}</figcaption></figure>`;
  const row = (screen: string) =>
    `<section id="${screen}"><h2>${screen}</h2><div>${shots
      .filter((shot) => shot.screen === screen)
      .map(figure)
      .join('')}</div></section>`;
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Demarche: every screen</title>
<style>
body { font: 15px/1.4 sans-serif; margin: 1.5rem; background: #777; color: #fff }
nav { columns: 5 10rem } a { color: inherit }
div { display: flex; flex-wrap: wrap; gap: 1rem; align-items: flex-start }
figure { margin: 0 } img { width: 27rem; max-height: 40rem; object-fit: cover; object-position: top; display: block; background: #fff }
.phone img { width: 12rem } .projector img { width: 32rem } figcaption { font-size: 0.8rem }
</style>
<h1>Every screen</h1>
<nav>${screens.map((screen) => `<a href="#${screen}">${screen}</a>`).join('<br>')}</nav>
${screens.map(row).join('\n')}
</html>
`;
}
