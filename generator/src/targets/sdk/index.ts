import { defineTarget } from '../../emit/target.js';
import { functionView, type FunctionView } from './function-view.js';
import { indexView, type IndexView } from './index-view.js';
import { integrationView, type IntegrationView } from './integration-view.js';
import { operationsView, type OperationsView } from './operations-view.js';
import { typesView, type TypesView } from './types-view.js';

/** The typed SDK: a class, a function and an operation object for each function of the spec. */
export default defineTarget((template) => {
  const renderFunction = template<FunctionView>('function');
  const renderIndex = template<IndexView>('index');
  const renderIntegration = template<IntegrationView>('integration');
  const renderOperations = template<OperationsView>('operations');
  const renderTypes = template<TypesView>('types');
  return {
    name: 'sdk',
    *emit(model) {
      yield { path: 'src/index.ts', content: renderIndex(indexView(model)) };
      yield { path: 'src/integration.ts', content: renderIntegration(integrationView(model)) };
      yield { path: 'src/operations.ts', content: renderOperations(operationsView(model)) };
      yield { path: 'src/types.ts', content: renderTypes(typesView(model)) };
      for (const fn of model.functions) {
        yield { path: `src/functions/${fn.name}.ts`, content: renderFunction(functionView(model, fn)) };
      }
    },
  };
});
