throw new Error('stillborn');
