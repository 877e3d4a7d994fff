/** The lines of a shell script that are a command of their own: what is continued, nested or quoted over lines counts once. */
export function commandLines(script: string): string[] {
  const joined = withoutHereDocuments(script).replace(/\\\n/g, ' ');
  const lines: string[] = [];
  let open = '';
  for (const line of joined.split('\n')) {
    const whole = open === '' ? line : `${open}\n${line}`;
    open = isOpen(whole) ? whole : '';
    if (open === '' && !/^\s*(?:#|$)/.test(whole)) lines.push(whole.trim());
  }
  return open === '' ? lines : [...lines, open.trim()];
}

/** A quotation mark without its other, or `&&`, `||` or `|` at the end. */
function isOpen(line: string): boolean {
  const unquoted = line.replace(/\\.|'[^']*'|"(?:\\.|[^"\\])*"/gs, '');
  return /['"]/.test(unquoted) || /(?:&&|\|)\s*$/.test(unquoted);
}

function withoutHereDocuments(script: string): string {
  return script.replace(/<<-?\s*(['"]?)(\w+)\1([^\n]*)\n[\s\S]*?\n\s*\2(?=\n|$)/g, '$3');
}

/** The script asks the shell to stop at the first command that fails, or handles that itself. */
export function stopsAtErrors(script: string): boolean {
  return /(?:^|[\n;&]\s*)set\s+(?:-\w*e|-o\s+errexit)|^#!.*\s-\w*e/.test(script) || /\btrap\b.*\bERR\b/.test(script);
}

/** It only sets variables, begins or ends a block, or says itself what a failure means: its status is no news. */
export function cannotFail(command: string): boolean {
  if (/\|\||(?:^|;)\s*exit\b/.test(command)) return true;
  if (/^(?:if|then|elif|else|fi|for|while|until|do|done|case|esac|function|[{}()]|\S+\)|;;|\w+\s*\(\))/.test(command))
    return true;
  return (
    /^(?:echo|printf|export|set|unset|local|readonly|alias|sleep|true|:|date|pwd|umask|\w+=(?!.*\$\())(?![\w/.-])/.test(
      command,
    ) || /^\w+=[^`]*$/.test(command)
  );
}
