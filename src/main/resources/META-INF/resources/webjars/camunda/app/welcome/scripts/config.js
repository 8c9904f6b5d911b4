export default {
  app: {
    name: 'Beranda',
    vendor: 'Lindung Desa'
  },
  dateFormat: {
    normal: 'LLL',
    long: 'LLLL'
  },
  locales: {
    availableLocales: ['id'],
    fallbackLocale: 'id'
  },
  customScripts: ['scripts/lindung-desa/start'],
  disableWelcomeMessage: true
};
