// The search box of every site that Lanescope writes. It loads the index when it is first used,
// ranks titles over headings over text, and puts in everything as text, never as HTML.
// Keys: "/" goes to the box, arrows choose, Enter opens, Escape closes. An address that ends with
// "#search=words" opens with these words.
(() => {
  "use strict";

  const SHOWN = 20;
  const place = document.querySelector("header [data-lanescope-search]");
  if (!place) {
    return;
  }
  const root = new URL(place.dataset.lanescopeSearch || "./", location.href);
  const index = new URL(place.dataset.lanescopeIndex, root);

  const element = (name, attributes, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      made.setAttribute(key, value);
    }
    made.append(...children);
    return made;
  };

  const input = element("input", {
    type: "search",
    role: "combobox",
    placeholder: "Search",
    "aria-label": "Search this site",
    "aria-autocomplete": "list",
    "aria-controls": "ls-found",
    "aria-expanded": "false",
    "aria-keyshortcuts": "/",
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
    maxlength: "200",
  });
  const key = element("kbd", { "aria-hidden": "true" }, "/");
  const list = element("div", { id: "ls-found", role: "listbox", "aria-label": "Results" });
  const status = element("p", { role: "status", "aria-live": "polite" });
  const panel = element("div", { class: "found" }, list, status);
  panel.hidden = true;
  place.append(element("search", {}, input, key, panel));

  // Without case and accents, so that "Über" is found by "uber".
  const fold = (text) => text.normalize("NFD").replace(/\p{M}+/gu, "").toLowerCase();

  let loading = null;
  const load = () => {
    loading ??= new Promise((resolve, reject) => {
      const script = element("script", { src: index.href });
      script.onload = () => {
        const pages = window.lanescopeIndex;
        if (!Array.isArray(pages)) {
          reject(new Error("no index"));
          return;
        }
        resolve(
          pages.map(([title, href, headings, start]) => ({
            title,
            href,
            headings: headings === "" ? [] : headings.split("\n"),
            start,
            foldedTitle: fold(title),
            foldedHeadings: fold(headings),
            foldedStart: fold(start),
          })),
        );
      };
      script.onerror = () => {
        loading = null;
        reject(new Error("no index"));
      };
      document.head.append(script);
    });
    return loading;
  };

  const isLetter = (c) => c !== undefined && /[\p{L}\p{N}]/u.test(c);

  // 0 where a word does not occur, 1 within another word, 2 at the beginning of one.
  const occurs = (text, word) => {
    let at = text.indexOf(word);
    if (at < 0) {
      return 0;
    }
    for (; at >= 0; at = text.indexOf(word, at + 1)) {
      if (at === 0 || !isLetter(text[at - 1])) {
        return 2;
      }
    }
    return 1;
  };

  // Every word must occur somewhere. In a title it counts ten times as much as in a heading, there
  // ten times as much as in the text, and at the beginning of a word twice as much as within one.
  const score = (page, words, query) => {
    let sum = page.foldedTitle === query ? 1000 : 0;
    for (const word of words) {
      const points =
        100 * occurs(page.foldedTitle, word) ||
        10 * occurs(page.foldedHeadings, word) ||
        occurs(page.foldedStart, word);
      if (points === 0) {
        return 0;
      }
      sum += points;
    }
    return sum;
  };

  // The text with the words in it marked, where folding has not moved them.
  const marked = (text, words) => {
    const lower = text.toLowerCase();
    const parts = [];
    let done = 0;
    while (done < text.length && lower.length === text.length) {
      let next = -1;
      let length = 0;
      for (const word of words) {
        const at = lower.indexOf(word, done);
        if (at >= 0 && (next < 0 || at < next || (at === next && word.length > length))) {
          next = at;
          length = word.length;
        }
      }
      if (next < 0) {
        break;
      }
      parts.push(text.slice(done, next));
      parts.push(element("mark", {}, text.slice(next, next + length)));
      done = next + length;
    }
    parts.push(text.slice(done));
    return parts;
  };

  const quote = (page, words) => {
    const heading = page.headings.find((one) => words.some((word) => fold(one).includes(word)));
    return heading ?? page.start;
  };

  let active = -1;
  const choose = (next) => {
    const options = list.children;
    if (active >= 0 && options[active]) {
      options[active].setAttribute("aria-selected", "false");
    }
    active = options.length === 0 ? -1 : (next + options.length) % options.length;
    if (active < 0) {
      input.removeAttribute("aria-activedescendant");
      return;
    }
    options[active].setAttribute("aria-selected", "true");
    options[active].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", options[active].id);
  };

  const close = () => {
    panel.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };

  const show = (pages, words, query) => {
    const found = [];
    pages.forEach((page, place) => {
      const points = score(page, words, query);
      if (points > 0) {
        found.push({ page, points, place });
      }
    });
    found.sort((a, b) => b.points - a.points || a.place - b.place);
    const options = found.slice(0, SHOWN).map(({ page }, number) =>
      element(
        "a",
        {
          id: "ls-found-" + number,
          role: "option",
          "aria-selected": "false",
          tabindex: "-1",
          href: new URL(page.href, root).href,
        },
        element("strong", {}, ...marked(page.title, words)),
        element("span", {}, ...marked(quote(page, words), words)),
      ),
    );
    list.replaceChildren(...options);
    active = -1;
    input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-expanded", String(options.length > 0));
    status.textContent =
      found.length === 0
        ? "Nothing found for " + query + " in titles, headings and how pages begin"
        : found.length === 1
          ? "1 page"
          : found.length + " pages" + (found.length > SHOWN ? ", the best " + SHOWN + " shown" : "");
    panel.hidden = false;
  };

  const search = async () => {
    const asked = input.value;
    const query = fold(asked).trim();
    if (query === "") {
      close();
      return;
    }
    try {
      const pages = await load();
      if (input.value === asked) {
        show(pages, query.split(/\s+/u), query);
      }
    } catch {
      list.replaceChildren();
      status.textContent = "The search index could not be loaded.";
      panel.hidden = false;
    }
  };

  input.addEventListener("focus", () => {
    load().catch(() => {}); // search says so
  });
  input.addEventListener("input", search);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) {
      return;
    }
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (panel.hidden) {
        search();
      } else if (event.key === "ArrowDown") {
        choose(active + 1);
      } else {
        choose(active < 0 ? -1 : active - 1);
      }
    } else if (event.key === "Enter") {
      const option = list.children[Math.max(active, 0)];
      if (!panel.hidden && option) {
        event.preventDefault();
        option.click();
      }
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (panel.hidden) {
        input.value = "";
        input.blur();
      } else {
        close();
      }
    }
  });
  place.addEventListener("focusout", (event) => {
    if (!place.contains(event.relatedTarget)) {
      close();
    }
  });
  // A click on a result must not take the focus away before it has been a click.
  panel.addEventListener("mousedown", (event) => event.preventDefault());

  document.addEventListener("keydown", (event) => {
    const at = event.target;
    const typing =
      at instanceof Element &&
      (at.isContentEditable || at.closest("input, textarea, select") !== null);
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      input.focus();
      input.select();
    }
  });

  const fromAddress = () => {
    const prefix = "#search=";
    if (location.hash.startsWith(prefix)) {
      let words = location.hash.slice(prefix.length);
      try {
        words = decodeURIComponent(words);
      } catch {
        // then it is meant as it stands there
      }
      input.value = words;
      input.focus();
      search();
    }
  };
  window.addEventListener("hashchange", fromAddress);
  fromAddress();
})();
