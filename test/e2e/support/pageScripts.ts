/** Whether the databases of the page hold a text. Runs in the page. */
export function isInDatabases(text: string): string {
  return `(async () => {
    const done = (request) => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    for (const { name } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name));
      try {
        for (const store of database.objectStoreNames) {
          const all = await done(database.transaction(store).objectStore(store).getAll());
          if (JSON.stringify(all).includes(${JSON.stringify(text)})) return true;
        }
      } finally {
        database.close();
      }
    }
    return false;
  })()`;
}

/** The lines of text of the active editor, and of the terminal that shows. */
export const lines = {
  editor: '.editor-group-container.active .view-line',
  terminal: '.terminal-wrapper.active .xterm-rows > div',
};

/** Where a text stands on the screen: its first place in these lines, also where colours cut it into pieces. Runs in the page. */
export function placeOf(word: string, among: string): string {
  return `(() => {
    for (const line of document.querySelectorAll(${JSON.stringify(among)})) {
      const at = line.textContent.indexOf(${JSON.stringify(word)});
      if (at < 0) continue;
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      let before = 0;
      for (let node = walker.nextNode(); node; before += node.data.length, node = walker.nextNode()) {
        if (before + node.data.length <= at) continue;
        const range = document.createRange();
        range.setStart(node, at - before);
        range.setEnd(node, at - before + 1);
        const box = range.getBoundingClientRect();
        return [box.x + box.width / 2, box.y + box.height / 2];
      }
    }
  })()`;
}
