import { compileCorrelation } from './correlation.mjs';
import { compileSql } from './sql.mjs';

/** One predicate for all rules of a subscription: any of them lets a message in, and without rules every message comes in. */
export function createFilter(rules, subscription) {
  const filters = rules.map((rule) => {
    try {
      return compileRule(rule.Properties ?? {});
    } catch (error) {
      throw new Error(`${subscription}: rule '${rule.Name}': ${error.message}`);
    }
  });
  return (message) => filters.length === 0 || filters.some((accepts) => accepts(message));
}

function compileRule({ FilterType, CorrelationFilter, SqlFilter, Action }) {
  if (Action?.SqlExpression) {
    throw new Error('actions are not supported.');
  }
  if (FilterType === 'Correlation' && CorrelationFilter) {
    return compileCorrelation(CorrelationFilter);
  }
  if (FilterType === 'Sql' && SqlFilter?.SqlExpression) {
    return compileSql(SqlFilter.SqlExpression);
  }
  throw new Error('FilterType must be Correlation with a CorrelationFilter, or Sql with a SqlFilter.');
}
