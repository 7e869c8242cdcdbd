import { defineConfig } from 'eslint/config';
import hooks from 'eslint-plugin-react-hooks';
import prettier from 'eslint-config-prettier';
import typescript from 'typescript-eslint';

const noElementFromText = 'Text from a file must never become an element (use React text).';

export default defineConfig(
  { ignores: ['out/', 'dist/', 'node_modules/', 'test/fixtures/'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [typescript.configs.strictTypeChecked, typescript.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // A switch over the kinds of something is one decision, however many kinds there are.
      complexity: ['error', { max: 15, variant: 'modified' }],
      eqeqeq: 'error',
      'max-lines': ['error', { max: 400 }],
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]', message: noElementFromText },
        {
          selector: 'AssignmentExpression > MemberExpression[property.name=/^(inner|outer)HTML$/]',
          message: noElementFromText,
        },
        { selector: 'CallExpression[callee.property.name="insertAdjacentHTML"]', message: noElementFromText },
      ],
      '@typescript-eslint/consistent-type-assertions': [
        'error',
        { assertionStyle: 'as', objectLiteralTypeAssertions: 'never' },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  { files: ['renderer/**/*.{ts,tsx}'], extends: [hooks.configs.flat['recommended-latest']] },
  { files: ['electron/cli/**', 'test/bench/**'], rules: { 'no-console': 'off' } },
  prettier,
);
