import {
  ActionIcon,
  Button,
  Checkbox,
  createTheme,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  Menu,
  NativeSelect,
  Radio,
  TextInput,
  Tooltip,
} from '@mantine/core';

/** Mantine wants ten shades of a colour; the window uses one accent, whose states are set in `variables`. */
const accent: MantineColorsTuple = [
  'var(--rc-accent-quiet)',
  'var(--rc-accent-quiet)',
  'var(--rc-accent-quiet)',
  'var(--rc-accent)',
  'var(--rc-accent)',
  'var(--rc-accent)',
  'var(--rc-accent)',
  'var(--rc-accent)',
  'var(--rc-accent)',
  'var(--rc-accent)',
];

/** Calm and dense: 13 px type, controls of 28 px, small corners, no motion above 100 ms. */
export const theme = createTheme({
  fontFamily: 'var(--rc-font)',
  fontSizes: { xs: '12px', sm: '13px', md: '13px', lg: '15px', xl: '20px' },
  lineHeights: { xs: '1.35', sm: '1.45', md: '1.45', lg: '1.4', xl: '1.3' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  headings: { fontFamily: 'var(--rc-font)', fontWeight: '600' },
  colors: { accent },
  primaryColor: 'accent',
  defaultRadius: '5px',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({
      defaultProps: { variant: 'default' },
      vars: (_theme, { variant }) => ({
        root: {
          '--button-height': '28px',
          '--button-fz': '13px',
          '--button-padding-x': '11px',
          ...(variant === 'filled' && { '--button-color': 'var(--rc-on-accent)' }),
        },
      }),
    }),
    ActionIcon: ActionIcon.extend({
      defaultProps: { variant: 'subtle', color: 'gray' },
      vars: () => ({ root: { '--ai-size': '28px' } }),
    }),
    Menu: Menu.extend({
      defaultProps: {
        shadow: 'md',
        transitionProps: { duration: 80 },
        position: 'bottom-start',
        offset: 4,
        withInitialFocusPlaceholder: false,
        // A menu too long for the window scrolls, and what scrolls must be reached by Tab.
        menuItemTabIndex: 0,
      },
    }),
    Tooltip: Tooltip.extend({
      defaultProps: {
        openDelay: 500,
        transitionProps: { duration: 80 },
        events: { hover: true, focus: true, touch: false },
      },
    }),
    TextInput: TextInput.extend({ defaultProps: { size: 'xs' } }),
    NativeSelect: NativeSelect.extend({ defaultProps: { size: 'xs' } }),
    Checkbox: Checkbox.extend({ defaultProps: { size: 'xs', iconColor: 'var(--rc-on-accent)' } }),
    Radio: Radio.extend({ defaultProps: { size: 'xs', iconColor: 'var(--rc-on-accent)' } }),
  },
});

/** Mantine's own variables in terms of ours, alike in light and dark since ours change with the system. */
const variables = {
  '--mantine-primary-color-contrast': 'var(--rc-on-accent)',
  '--mantine-color-accent-filled': 'var(--rc-accent)',
  '--mantine-color-accent-filled-hover': 'color-mix(in srgb, var(--rc-accent) 88%, var(--rc-text))',
  '--mantine-color-accent-light': 'var(--rc-accent-quiet)',
  '--mantine-color-accent-light-hover': 'var(--rc-accent-quiet)',
  '--mantine-color-accent-light-color': 'var(--rc-accent)',
  '--mantine-color-accent-outline': 'var(--rc-accent)',
  '--mantine-color-gray-light-color': 'var(--rc-text)',
  '--mantine-color-gray-light-hover': 'var(--rc-hover)',
  '--mantine-color-text': 'var(--rc-text)',
  '--mantine-color-bright': 'var(--rc-text)',
  '--mantine-color-body': 'var(--rc-surface)',
  '--mantine-color-error': 'var(--rc-error)',
  '--mantine-color-placeholder': 'var(--rc-text-quiet)',
  '--mantine-color-anchor': 'var(--rc-accent)',
  '--mantine-color-default': 'var(--rc-surface-raised)',
  '--mantine-color-default-hover': 'var(--rc-hover)',
  '--mantine-color-default-color': 'var(--rc-text)',
  '--mantine-color-default-border': 'var(--rc-button-line)',
  '--mantine-color-dimmed': 'var(--rc-text-quiet)',
  '--mantine-color-disabled': 'transparent',
  '--mantine-color-disabled-color': 'color-mix(in srgb, var(--rc-text-quiet) 60%, transparent)',
  '--mantine-color-disabled-border': 'var(--rc-line)',
  '--mantine-shadow-md': 'var(--rc-shadow)',
};

/** Tells Mantine the window's colours. */
export const resolveVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: variables,
  dark: variables,
});
