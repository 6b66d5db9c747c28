// Reloads the page when it has been rendered again, and says what does not come out.
// Put into pages by `lanescope serve` only; no page on the disk has it.
(() => {
  "use strict";
  const here = decodeURIComponent(location.pathname).replace(/^\//, "").replace(/(^|\/)$/, "$1index.html");
  let bar = null;

  const tell = (sentences) => {
    if (sentences.length === 0) {
      if (bar) bar.remove();
      bar = null;
      return;
    }
    if (!bar) {
      bar = document.createElement("div");
      bar.setAttribute("role", "alert");
      bar.style.cssText =
        "position:fixed;left:0;right:0;bottom:0;z-index:2147483647;max-height:40vh;overflow:auto;" +
        "padding:.7em 1em;background:#7a1f1f;color:#fff;font:14px/1.5 system-ui,sans-serif;" +
        "white-space:pre-wrap";
      document.body.append(bar);
    }
    bar.textContent = sentences.join("\n");
  };

  const events = new EventSource("/_lanescope/live");
  events.addEventListener("changed", (event) => {
    const news = JSON.parse(event.data);
    if (news.everything || news.rendered.includes(here)) location.reload();
  });
  events.addEventListener("troubles", (event) => tell(JSON.parse(event.data)));
})();
