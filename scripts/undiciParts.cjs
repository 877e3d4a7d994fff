// What sending needs of undici, for the bundle: its index brings fetch, WebSockets, caches and mocks as well, two thirds of its size.
const Dispatcher = require('undici/lib/dispatcher/dispatcher');

Object.assign(Dispatcher.prototype, require('undici/lib/api'));

module.exports = {
  Agent: require('undici/lib/dispatcher/agent'),
  Client: require('undici/lib/dispatcher/client'),
  buildConnector: require('undici/lib/core/connect'),
};
