import {
  type BrandVariants,
  createDarkTheme,
  createLightTheme,
  teamsHighContrastTheme,
  type Theme,
} from '@fluentui/react-components'

/** The one accent colour, petrol: no rating is of this hue. */
const petrol: BrandVariants = {
  10: '#041319',
  20: '#07222C',
  30: '#0B313F',
  40: '#0D3D4F',
  50: '#0E485D',
  60: '#0E5169',
  70: '#105A75',
  80: '#13627E',
  90: '#206C88',
  100: '#337E99',
  110: '#4295B3',
  120: '#5BA7C2',
  130: '#77B8CF',
  140: '#96CBDE',
  150: '#B7DDEB',
  160: '#DAEEF6',
}

const fontFamilyBase =
  "'Segoe UI Variable Text', 'Segoe UI', -apple-system, BlinkMacSystemFont, 'Liberation Sans', Arial, sans-serif"

const light: Theme = { ...createLightTheme(petrol), fontFamilyBase }
const dark: Theme = {
  ...createDarkTheme(petrol),
  fontFamilyBase,
  colorBrandForeground1: petrol[120],
  colorBrandForeground2: petrol[130],
  colorBrandForegroundLink: petrol[130],
  colorBrandForegroundLinkHover: petrol[140],
  colorCompoundBrandForeground1: petrol[120],
  // Fluent's own red has a contrast of 4.16 on the dark surface: less than WCAG's 4.5 for text
  colorStatusDangerForeground1: '#e37d80',
}
const contrast: Theme = { ...teamsHighContrastTheme, fontFamilyBase }

export type Look = 'light' | 'dark' | 'contrast'
export const themes: Readonly<Record<Look, Theme>> = { light, dark, contrast }
