// For each request Azurite goes through all operations of a service, and asks of each anew whether it is of the request's method and address. Here only those of its
// method are asked, each form of an address once, and what must come with an operation is known before.

/** @param {(part: string) => object} generated what Azurite has generated for a service */
export function dispatchByMethod(generated) {
  const { default: specifications } = generated('artifacts/specifications');
  const { default: Unsupported } = generated('errors/UnsupportedRequestError');
  const { isURITemplateMatch } = generated('utils/utils');
  const methods = new Map();
  for (const [operation, { httpMethod, path = '', queryParameters, headerParameters }] of Object.entries(specifications)) {
    const required = [...conditionsOf(queryParameters, queryFits), ...conditionsOf(headerParameters, headerFits)];
    const known = methods.get(httpMethod) ?? methods.set(httpMethod, []).get(httpMethod);
    known.push({ operation: Number(operation), template: path.startsWith('/') ? path : `/${path}`, required });
  }

  generated('middleware/dispatch.middleware').default = function dispatch(context, request, next) {
    const address = context.dispatchPattern ?? request.getPath();
    const known = new Map();
    const isOf = (template) => known.get(template) ?? known.set(template, isURITemplateMatch(address, template)).get(template);
    let most = -1;
    for (const { operation, template, required } of methods.get(methodOf(request)) ?? []) {
      // Of several the one of which most is asked.
      if (required.length > most && isOf(template) && required.every((holds) => holds(request))) {
        context.operation = operation;
        most = required.length;
      }
    }

    next(context.operation === undefined ? new Unsupported() : undefined);
  };
}

/** Some clients can send no other methods than GET and POST. */
function methodOf(request) {
  const told = request.getHeader('X-HTTP-Method')?.trim();
  return ['GET', 'MERGE', 'PATCH', 'DELETE'].includes(told) ? told : request.getMethod();
}

function conditionsOf(parameters, fits) {
  return (parameters ?? []).filter(({ mapper }) => mapper.required).map(({ mapper }) => (request) => fits(request, mapper));
}

function queryFits(request, { serializedName, type, isConstant, defaultValue }) {
  const value = request.getQuery(serializedName);
  return value !== undefined && isAllowed(type, value) && (!isConstant || value === defaultValue);
}

function headerFits(request, { serializedName, type, isConstant, defaultValue }) {
  const value = request.getHeader(serializedName);
  return value !== undefined && isAllowed(type, value) && (!isConstant || value.toLowerCase() === `${defaultValue}`.toLowerCase());
}

function isAllowed({ name, allowedValues }, value) {
  return name !== 'Enum' || allowedValues.includes(value);
}
