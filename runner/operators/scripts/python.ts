/**
 * The script that a py> task runs: `python runner.py <command> input.json output.json`. It finds the command, fills its arguments from the
 * parameters by name, and leaves what it stored, exported and added, or its error, in output.json.
 */
export const pythonRunner = `import inspect
import json
import os
import sys
import traceback
import types

exit_hint = "Possible cause: Invalid python module call, duplicate module name with standard library"


class Environment(object):
    """What scripts get by "import digdag" as digdag.env."""

    def __init__(self, params):
        self.params = params
        self.subtask_config = {}
        self.export_params = {}
        self.store_params = {}
        self.state_params = {}
        self.subtask_index = 0

    def set_state(self, params={}, **named):
        self.state_params.update(params, **named)

    def export(self, params={}, **named):
        self.export_params.update(params, **named)

    def store(self, params={}, **named):
        self.store_params.update(params, **named)

    def add_subtask(self, function=None, **params):
        if function is None:
            config = params
        elif isinstance(function, dict):
            config = dict(function, **params)
        else:
            config = dict(params)
            config["py>"] = "%s.%s" % (function.__module__, function.__qualname__)
        try:
            json.dumps(config)
        except Exception as error:
            raise TypeError("Parameters must be serializable using JSON: %s" % error)
        self.subtask_config["+subtask%d" % self.subtask_index] = config
        self.subtask_index += 1


def publish(env):
    module = types.ModuleType("digdag_env")
    for name in ("params", "subtask_config", "export_params", "store_params", "state_params"):
        setattr(module, name, getattr(env, name))
    sys.modules["digdag_env"] = module
    module = types.ModuleType("digdag")
    module.env = env
    sys.modules["digdag"] = module


def attribute(module, path, name, shown):
    try:
        return getattr(module, name)
    except AttributeError:
        raise AttributeError("Module '%s' has no attribute '%s'" % (path, shown))


def find(command):
    """The function, or the class and the name of its method."""
    path, _, name = command.rpartition(".")
    try:
        module = __import__(path, fromlist=[name])
    except ImportError:
        path, _, class_name = path.rpartition(".")
        module = __import__(path, fromlist=[class_name])
        return attribute(module, path, class_name, name), name
    found = attribute(module, path, name, name)
    return (found, "run") if type(found) == type else (found, None)


def arguments(function, bound, params):
    """The parameters that a function names; all of them where it takes any."""
    if function == object.__init__:
        return {}
    spec = inspect.getfullargspec(function)
    optional = len(spec.args) - len(spec.defaults or ())
    chosen = {}
    for index, key in enumerate(spec.args):
        if bound and index == 0:
            continue
        if key in params:
            chosen[key] = params[key]
        elif index < optional:
            name = getattr(function, "__qualname__", function.__name__)
            raise TypeError("Method '%s' requires parameter '%s' but not set" % (name, key))
    return params if spec.varkw else chosen


def call(command, params):
    found, method = find(command)
    if method is None:
        found(**arguments(found, False, params))
        return
    instance = found(**arguments(found.__init__, True, params))
    function = getattr(instance, method)
    function(**arguments(function, True, params))


def main(command, in_file, out_file):
    with open(in_file, encoding="utf-8") as stream:
        params = json.load(stream)["params"]
    env = Environment(params)
    publish(env)
    # Last, so that a module of Python itself wins over a file of the project with its name.
    sys.path.append(os.path.abspath(os.getcwd()))
    failure = shown = None
    try:
        call(command, params)
    except SystemExit as exit:
        failure = exit
        shown = Exception("Failed to call python command with code:%d" % exit.code, exit_hint)
        message = " ".join(shown.args)
    except Exception as error:
        failure = shown = error
        message = str(error)
    out = {
        "subtask_config": env.subtask_config,
        "export_params": env.export_params,
        "store_params": env.store_params,
    }
    if failure is not None:
        out["error"] = {
            "class": failure.__class__.__name__,
            "message": message,
            "backtrace": traceback.format_exception(type(failure), failure, failure.__traceback__),
        }
    with open(out_file, "w") as stream:
        json.dump(out, stream)
    if failure is not None:
        sys.stdout.flush()
        traceback.print_exception(type(shown), shown, shown.__traceback__)
        sys.exit(1)


main(*sys.argv[1:4])
`;
