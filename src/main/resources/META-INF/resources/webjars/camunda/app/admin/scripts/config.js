export default {
  app: {
    name: 'Admin',
    vendor: 'Lindung Desa'
  },
  disableWelcomeMessage: true
};
