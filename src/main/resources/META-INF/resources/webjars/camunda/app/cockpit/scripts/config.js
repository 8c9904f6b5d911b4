export default {
  app: {
    name: 'Cockpit',
    vendor: 'Lindung Desa'
  },
  disableWelcomeMessage: true
};
