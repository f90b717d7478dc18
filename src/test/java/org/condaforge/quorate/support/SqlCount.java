package org.condaforge.quorate.support;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// Writes down the SQL statements the running thread sends.
public final class SqlCount implements BeanPostProcessor {

    private static final ThreadLocal<@Nullable List<String>> NOTES = new ThreadLocal<>();

    /// Runs it and returns the statements it sent, in their order.
    public static List<String> of(Runnable act) {
        List<String> notes = new ArrayList<>();
        NOTES.set(notes);
        try {
            act.run();
            return List.copyOf(notes);
        } finally {
            NOTES.remove();
        }
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource database && !(bean instanceof Counting) ? new Counting(database) : bean;
    }

    private static final class Counting extends DelegatingDataSource {

        private Counting(DataSource database) {
            super(database);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return watch(Connection.class, super.getConnection(), "");
        }
    }

    /// Statements made by `watched` are watched too; what is executed is noted.
    private static <T> T watch(Class<T> type, Object watched, String prepared) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            List<String> notes = NOTES.get();
            boolean text = arguments != null && arguments.length > 0 && arguments[0] instanceof String;
            String sql = text && arguments != null ? String.valueOf(arguments[0]) : prepared;
            if (notes != null
                    && watched instanceof Statement
                    && method.getName().startsWith("execute")) {
                notes.add(sql);
            }
            Object made = invoke(method, watched, arguments);
            if (method.getName().equals("prepareStatement")) {
                return watch(PreparedStatement.class, made, sql);
            }
            return method.getName().equals("createStatement") ? watch(Statement.class, made, "") : made;
        };
        return type.cast(Proxy.newProxyInstance(SqlCount.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object invoke(Method method, Object target, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
