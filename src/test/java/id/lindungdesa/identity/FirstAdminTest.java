package id.lindungdesa.identity;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lindungdesa.TestSchema;
import id.lindungdesa.operation.OneNode;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class FirstAdminTest {

    @Test
    void withoutAnybodyToAdministerItAnInstallationDoesNotStart() {
        JdbcClient empty = JdbcClient.create(TestSchema.fresh("first_admin"));

        assertThatThrownBy(() -> new FirstAdmin(empty, new OneNode(empty), null, "", "").run(null))
                .isInstanceOf(FirstAdmin.NoAdministrator.class)
                .hasMessageContaining("LINDUNGDESA_ADMIN_USER").hasMessageContaining("LINDUNGDESA_ADMIN_PASSWORD");
        assertThatThrownBy(() -> new FirstAdmin(empty, new OneNode(empty), null, "admin", "").run(null))
                .isInstanceOf(FirstAdmin.NoAdministrator.class);
    }
}
