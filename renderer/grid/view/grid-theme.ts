import { themeQuartz } from 'ag-grid-community';

/** Height of a row and of the header, in CSS pixels. */
export const ROW_HEIGHT = 28;
export const HEADER_HEIGHT = 30;

/** AG Grid's Quartz in the window's own colours, which follow the system's light and dark by themselves. */
export const gridTheme = themeQuartz.withParams({
  accentColor: 'var(--rc-accent)',
  backgroundColor: 'var(--rc-surface)',
  borderColor: 'var(--rc-line)',
  borderRadius: 0,
  browserColorScheme: 'inherit',
  cellEditingBorder: false,
  cellHorizontalPadding: 8,
  cellTextColor: 'var(--rc-text)',
  chromeBackgroundColor: 'var(--rc-surface-quiet)',
  columnBorder: { color: 'var(--rc-line)' },
  dataFontSize: 13,
  fontFamily: 'var(--rc-font)',
  fontSize: 13,
  foregroundColor: 'var(--rc-text)',
  headerBackgroundColor: 'var(--rc-surface-quiet)',
  headerColumnBorder: { color: 'var(--rc-line)' },
  headerColumnResizeHandleColor: 'transparent',
  headerFontSize: 12,
  headerFontWeight: 600,
  headerTextColor: 'var(--rc-text)',
  oddRowBackgroundColor: 'var(--rc-surface)',
  rowBorder: { color: 'var(--rc-line)' },
  rowHoverColor: 'transparent',
  spacing: 4,
  wrapperBorder: false,
  wrapperBorderRadius: 0,
});
