import { makeStyles, tokens } from '@fluentui/react-components'

/** Without the drawer there is room for every column; beside it the last two go, then the lead. */
const notWide = '@container plan (max-width: 980px)'
const middling = '@container plan (min-width: 780.1px) and (max-width: 980px)'
const narrow = '@container plan (max-width: 780px)'

export const useTreeStyles = makeStyles({
  scroller: {
    flexGrow: 1,
    minHeight: 0,
    overflow: 'auto',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    scrollbarGutter: 'stable',
  },
  tree: {
    display: 'block',
    width: '100%',
    borderCollapse: 'collapse',
    outlineStyle: 'none',
    // The table holds the focus; the row it stands on shows it.
    ':focus-visible [data-active="true"]': {
      outlineWidth: '2px',
      outlineStyle: 'solid',
      outlineColor: tokens.colorStrokeFocus2,
      outlineOffset: '-2px',
    },
  },
  head: {
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    display: 'block',
    position: 'sticky',
    top: 0,
    zIndex: 2,
    height: '32px',
  },
  body: { display: 'block', position: 'relative' },
  columns: {
    display: 'grid',
    width: '100%',
    gridTemplateColumns: '84px minmax(200px, 1fr) 160px 150px 112px 132px 112px',
    columnGap: '12px',
    alignItems: 'center',
    paddingRight: '8px',
    [middling]: { gridTemplateColumns: '84px minmax(160px, 1fr) 130px 130px 112px' },
    [narrow]: { gridTemplateColumns: '76px minmax(120px, 1fr) 124px 112px' },
  },
  th: {
    display: 'flex',
    alignItems: 'center',
    height: '32px',
    padding: 0,
    textAlign: 'left',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  refHead: { paddingLeft: '28px' },
  wideOnly: { [notWide]: { display: 'none' } },
  lead: { [narrow]: { display: 'none' } },
  row: {
    position: 'absolute',
    top: 0,
    left: 0,
    cursor: 'pointer',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  objective: {
    backgroundColor: tokens.colorNeutralBackground2,
    ':hover': { backgroundColor: tokens.colorNeutralBackground2Hover },
  },
  open: {
    '@media (forced-colors: active)': {
      borderLeftWidth: '4px',
      borderLeftStyle: 'solid',
      borderLeftColor: 'Highlight',
      forcedColorAdjust: 'none',
    },
    backgroundColor: tokens.colorBrandBackground2,
    ':hover': { backgroundColor: tokens.colorBrandBackground2 },
  },
  cell: { display: 'block', minWidth: 0, padding: 0, overflow: 'hidden' },
  ref: { display: 'flex', alignItems: 'center', gap: '4px', fontVariantNumeric: 'tabular-nums' },
  actionRef: { paddingLeft: '28px', color: tokens.colorNeutralForeground2 },
  two: {
    display: '-webkit-box',
    WebkitLineClamp: '2',
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
    lineHeight: '18px',
  },
  small: { fontSize: tokens.fontSizeBase200, lineHeight: '16px', color: tokens.colorNeutralForeground2 },
  quiet: { color: tokens.colorNeutralForeground3 },
  title: {
    fontWeight: tokens.fontWeightSemibold,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    gridColumnStart: 2,
    gridColumnEnd: 5,
    [narrow]: { gridColumnEnd: 4 },
  },
  rollUp: {
    gridColumnStart: 5,
    gridColumnEnd: 8,
    display: 'grid',
    gridTemplateColumns: '112px 1fr',
    gap: '12px',
    alignItems: 'center',
    [middling]: { gridColumnEnd: 6, gridTemplateColumns: '1fr' },
    [narrow]: { gridColumnStart: 4, gridColumnEnd: 5, gridTemplateColumns: '1fr' },
  },
  rollWords: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    [notWide]: { display: 'none' },
  },
})
