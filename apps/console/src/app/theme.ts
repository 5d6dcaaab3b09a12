import { theme as antTheme, type ThemeConfig } from 'antd';

export type Look = 'light' | 'dark';
export type Density = 'roomy' | 'dense';

/**
 * Colours that mean something, as the style sheet knows them too (`--late` and so on). Every pair of ink and ground is
 * at least 4.5 : 1. Waiting is the light tint and working the full tone of one hue, everywhere.
 */
export const COLOURS = {
  light: {
    brand: '#0b6e69',
    late: '#b42318',
    close: '#8f5800',
    helped: '#1a7f37',
    ink: '#18211f',
    faint: '#566360',
    ground: '#f5f7f6',
    paper: '#ffffff',
    line: '#dde3e1',
    waiting: '#a9d3d0',
    working: '#0b6e69',
    tint: '#e4f1f0',
  },
  dark: {
    brand: '#4fbdb5',
    late: '#ff8d80',
    close: '#e5ac54',
    helped: '#6cc585',
    ink: '#e6ecea',
    faint: '#9eaba8',
    ground: '#101615',
    paper: '#18201f',
    line: '#2c3735',
    waiting: '#28504d',
    working: '#4fbdb5',
    tint: '#1c3331',
  },
} as const satisfies Record<Look, Record<string, string>>;

const FONT =
  "'Noto Sans SC Variable', system-ui, -apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', sans-serif";

/** Ant Design in these colours: 14 px, rows of 36 px, no shadows that mean nothing. */
export function antThemeOf(look: Look, density: Density): ThemeConfig {
  const colours = COLOURS[look];
  const base = look === 'dark' ? antTheme.darkAlgorithm : antTheme.defaultAlgorithm;
  return {
    algorithm: density === 'dense' ? [base, antTheme.compactAlgorithm] : base,
    cssVar: { key: 'huiyin' },
    hashed: false,
    token: {
      colorPrimary: colours.brand,
      colorLink: colours.brand,
      colorInfo: colours.brand,
      colorError: colours.late,
      colorWarning: colours.close,
      colorSuccess: colours.helped,
      colorText: colours.ink,
      colorTextSecondary: colours.faint,
      colorTextDescription: colours.faint,
      colorTextPlaceholder: colours.faint,
      colorBgLayout: colours.ground,
      colorBgContainer: colours.paper,
      colorBorder: look === 'dark' ? '#5d6b68' : '#b9c4c1',
      colorBorderSecondary: colours.line,
      ...(look === 'dark' ? { colorTextLightSolid: '#06201e' } : {}),
      fontFamily: FONT,
      fontSize: 14,
      borderRadius: 6,
      controlHeight: density === 'dense' ? 28 : 36,
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.18s',
    },
  };
}

/** Hands the colours to the style sheet. */
export function paint(look: Look, density: Density): void {
  const { style, dataset } = document.documentElement;
  dataset['look'] = look;
  dataset['density'] = density;
  style.colorScheme = look;
  style.setProperty('--font', FONT);
  for (const [name, colour] of Object.entries(COLOURS[look])) style.setProperty(`--${name}`, colour);
}
