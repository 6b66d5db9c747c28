// Reloads the page when it has been rendered again, and says what does not come out and which
// links are broken. Put into pages by `lanescope serve` only; no page on the disk has it.
(() => {
  "use strict";
  const here = decodeURIComponent(location.pathname).replace(/^\//, "").replace(/(^|\/)$/, "$1index.html");
  let place = null;

  // A bar at the bottom of the page for one kind of news; it is gone when there is none.
  const bar = (role, colour, title, closes) => {
    let shown = null;
    return (sentences) => {
      if (shown) shown.remove();
      shown = null;
      if (sentences.length === 0) return;
      if (!place) {
        place = document.createElement("div");
        place.style.cssText =
          "position:fixed;left:0;right:0;bottom:0;z-index:2147483647;max-height:40vh;overflow:auto";
        document.body.append(place);
      }
      const bar = document.createElement("div");
      bar.setAttribute("role", role);
      bar.style.cssText =
        "display:flex;gap:1em;align-items:start;padding:.7em 1em;color:#fff;" +
        "font:14px/1.5 system-ui,sans-serif;background:" + colour;
      const words = document.createElement("div");
      words.style.cssText = "flex:1;white-space:pre-wrap;overflow-wrap:anywhere";
      words.textContent = (title ? [title, ...sentences] : sentences).join("\n");
      bar.append(words);
      if (closes) {
        const close = document.createElement("button");
        close.type = "button";
        close.textContent = "Close";
        close.style.cssText =
          "font:inherit;color:inherit;background:none;border:1px solid;border-radius:4px;padding:0 .6em";
        close.addEventListener("click", () => bar.remove());
        bar.append(close);
      }
      place.append(bar);
      shown = bar;
    };
  };
  const troubles = bar("alert", "#7a1f1f", "", false);
  const links = bar("status", "#5a4300", "Broken links:", true);

  const events = new EventSource("/_lanescope/live?page=" + encodeURIComponent(here));
  events.addEventListener("changed", (event) => {
    const news = JSON.parse(event.data);
    if (news.everything || news.rendered.includes(here)) location.reload();
  });
  events.addEventListener("troubles", (event) => troubles(JSON.parse(event.data)));
  events.addEventListener("links", (event) => links(JSON.parse(event.data)));
})();
