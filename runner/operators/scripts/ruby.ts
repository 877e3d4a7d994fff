/** The script that an rb> task runs, as python.ts is for py>: `ruby … runner.rb <command> input.json output.json`. */
export const rubyRunner = `require 'json'

command, in_file, out_file = ARGV

module Digdag
  # What scripts get as Digdag.env.
  class Env
    attr_reader :params, :subtask_config, :export_params, :store_params, :state_params

    def initialize(params)
      @params = params
      @subtask_config = {}
      @export_params = {}
      @store_params = {}
      @state_params = {}
    end

    def set_state(**named)
      @state_params.merge!(named)
    end

    def export(**named)
      @export_params.merge!(named)
    end

    def store(**named)
      @store_params.merge!(named)
    end

    # add_subtask(config), add_subtask(:method, params = {}) or add_subtask(Class, :method, params = {})
    def add_subtask(*args)
      config = args.last.is_a?(Hash) ? args.pop.dup : {}
      case args.length
      when 0
        # the config is complete
      when 1
        config['rb>'] = method_name(args[0])
      when 2
        config['rb>'] = "::#{class_of(args[0], args[1])}.#{method_name(args[1])}"
      else
        raise ArgumentError, "wrong number of arguments (#{args.length} for 1..3 with the last argument is a Hash)"
      end
      begin
        JSON.dump(config)
      rescue => error
        raise ArgumentError, "Parameters must be serializable using JSON: #{error}"
      end
      @subtask_config["+subtask#{@subtask_config.size}"] = config
      nil
    end

    private

    def method_name(name)
      raise ArgumentError, "Second argument must be a Symbol but got #{name.inspect}" unless name.respond_to?(:to_sym)
      raise ArgumentError, "Method name can't include '.'" if name.to_s.include?('.')
      name.to_s
    end

    def class_of(owner, method)
      name = owner.is_a?(Class) ? owner.name : owner.to_s
      begin
        found = Kernel.const_get(name)
      rescue NameError
        raise ArgumentError, "Could not find class named #{name}"
      end
      unless found.respond_to?(method) || found.public_instance_methods.include?(method.to_sym)
        raise ArgumentError, "Class #{found} does not have method #{method.inspect}"
      end
      found
    end
  end

  def self.env
    @env
  end

  def self.env=(env)
    @env = env
  end
end

def digdag_symbols(value)
  return value unless value.is_a?(Hash)
  value.each_with_object({}) { |(key, item), all| all[key.to_s.to_sym] = digdag_symbols(item) }
end

# The positional and named arguments of a method, taken from the parameters.
def digdag_arguments(parameters, shown, params)
  positional = []
  named = {}
  parameters.each do |kind, name|
    key = name.to_s
    if %i[req keyreq].include?(kind) && !params.key?(key)
      raise ArgumentError, "Method '#{shown}' requires parameter '#{key}' but not set"
    end
    case kind
    when :req then positional << params[key]
    when :opt then positional << params[key] if params.key?(key)
    when :keyreq, :key then named[name] = params[key] if params.key?(key)
    when :keyrest then named.merge!(digdag_symbols(params))
    end
  end
  [positional, named]
end

def digdag_call(receiver, name, params)
  method = receiver.nil? ? method(name) : receiver.method(name)
  parameters = method.parameters
  if name == :new && receiver.is_a?(Class) && parameters == [[:rest]]
    parameters = receiver.instance_method(:initialize).parameters
  end
  shown = receiver.is_a?(Class) ? "#{receiver}.#{name}" : "#{receiver.class}##{name}"
  positional, named = digdag_arguments(parameters, shown, params)
  named.empty? ? method.call(*positional) : method.call(*positional, **named)
end

params = JSON.parse(File.read(in_file))['params']
env = Digdag.env = Digdag::Env.new(params)
$LOAD_PATH << File.expand_path(Dir.pwd)

*owner, name = command.split('.')
name = name.to_sym
failure = nil
begin
  if owner.empty?
    digdag_call(nil, name, params)
  else
    type = Kernel.const_get(owner.join('.'))
    if type.public_instance_methods.include?(name)
      digdag_call(digdag_call(type, :new, params), name, params)
    else
      digdag_call(type, name, params)
    end
  end
rescue => failure
end

out = {
  'subtask_config' => env.subtask_config,
  'export_params' => env.export_params,
  'store_params' => env.store_params,
}
if failure
  out['error'] = { 'class' => failure.class.to_s, 'message' => failure.message, 'backtrace' => failure.backtrace }
end
File.write(out_file, out.to_json)
raise failure if failure
`;
