/** A workflow of about `lines` lines, as people write them: tasks with operators, options, exports, comments and expressions. */
export function workflowText(lines: number): string {
  const parts = ['timezone: Asia/Tokyo\n', '_export:\n  target: prod\n  td:\n    database: events\n\n'];
  let count = 5;
  for (let index = 0; count < lines; index++) {
    const part = tasks[index % tasks.length]?.(index) ?? '';
    parts.push(part);
    count += part.split('\n').length - 1;
  }
  return parts.join('');
}

const tasks: readonly ((index: number) => string)[] = [
  (n) => `# load the day\n+load_${n}:\n  td>: queries/load_${n}.sql\n  create_table: t_${n}\n  engine: presto\n\n`,
  (n) =>
    `+shell_${n}:\n  _export:\n    name_${n}: "n ${n}"\n  sh>: echo "\${name_${n}} \${session_date}"\n  _retry: 3\n`,
  (n) =>
    `+loop_${n}:\n  for_each>:\n    color: [red, green, blue]\n    size: [1, 2, 3]\n  _parallel: true\n  _do:\n    +show:\n      echo>: \${color} \${size}\n`,
  (n) =>
    `+group_${n}:\n  _parallel: true\n  +a:\n    echo>: \${moment(session_time).format("YYYY-MM-DD")}\n  +b:\n    py>: tasks.Job.run\n    arg: 0x10\n`,
  (n) =>
    `+if_${n}:\n  if>: \${target == 'prod'}\n  _do:\n    echo>: "yes: \${target}"\n  _else_do:\n    fail>: 'no #${n}'\n`,
];
