package org.synwarden.platform.windows.scm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The command line and the Windows package install one and the same service. */
class ProcrunParametersTest {
    private static final String HOME = "C:\\Program Files\\SynWarden\\";
    private static final String LOGS = "C:\\ProgramData\\SynWarden\\logs\\";

    private Document wix;

    @BeforeEach
    void readThePackage() throws Exception {
        wix = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("wix/synwarden.wxs").toFile());
    }

    @Test
    void theRegistryRowsAreThoseOfThePackage() {
        assertThat(ProcrunParameters.of(HOME, LOGS)).containsExactlyInAnyOrderElementsOf(rows("ServiceParameters"));
    }

    @Test
    void theSourceOfEventsIsThatOfThePackage() {
        assertThat(EventSource.of(HOME)).containsExactlyInAnyOrderElementsOf(rows("EventSource"));
    }

    private List<RegistryValue> rows(String component) {
        List<RegistryValue> rows = new ArrayList<>();
        NodeList values = wix.getElementsByTagName("RegistryValue");
        for (int i = 0; i < values.getLength(); i++) {
            Element value = (Element) values.item(i);
            if (((Element) value.getParentNode()).getAttribute("Id").equals(component)) {
                rows.add(row(value));
            }
        }
        return rows;
    }

    @Test
    void theServiceIsThatOfThePackage() {
        Element service = (Element) wix.getElementsByTagName("ServiceInstall").item(0);
        assertThat(service.getAttribute("Name")).isEqualTo(WindowsService.NAME);
        assertThat(service.getAttribute("DisplayName")).isEqualTo(WindowsService.NAME);
        assertThat(service.getAttribute("Description")).isEqualTo(WindowsService.DESCRIPTION);
        assertThat(service.getAttribute("Account")).isEqualTo("LocalSystem");
        assertThat(new ServiceFolder(Path.of("/x")).commandLine()).endsWith("\" " + service.getAttribute("Arguments"));
    }

    @Test
    void thePackageIsKnownByTheKeyItWrites() {
        NodeList values = wix.getElementsByTagName("RegistryValue");
        assertThat(values.getLength()).isPositive();
        boolean noted = false;
        for (int i = 0; i < values.getLength(); i++) {
            Element value = (Element) values.item(i);
            noted |= value.getAttribute("Key").equals(ServiceRegistry.PACKAGE_KEY)
                    && value.getAttribute("Name").equals(ServiceRegistry.PACKAGE_VALUE);
        }
        assertThat(noted).isTrue();
    }

    private RegistryValue row(Element value) {
        String key = value.getAttribute("Key").replace("$(var.Procrun)", defined());
        String data = value.getAttribute("Value").replace("[INSTALLDIR]", HOME).replace("[LOGS]", LOGS);
        if (value.getAttribute("Type").equals("integer")) {
            return RegistryValue.number(key, value.getAttribute("Name"), Integer.parseInt(data));
        }
        return data.contains("[~]")
                ? RegistryValue.list(
                        key,
                        value.getAttribute("Name"),
                        Arrays.stream(data.split("\\[~\\]"))
                                .filter(part -> !part.isEmpty())
                                .toArray(String[]::new))
                : RegistryValue.text(key, value.getAttribute("Name"), data);
    }

    /** What {@code <?define Procrun = "…"?>} says. */
    private String defined() {
        NodeList nodes = wix.getChildNodes();
        List<String> found = new ArrayList<>();
        collect(nodes, found);
        return found.get(0).replaceFirst("^Procrun = \"(.*)\"$", "$1");
    }

    private static void collect(NodeList nodes, List<String> found) {
        for (int i = 0; i < nodes.getLength(); i++) {
            Node node = nodes.item(i);
            if (node.getNodeType() == Node.PROCESSING_INSTRUCTION_NODE
                    && node.getNodeName().equals("define")) {
                found.add(node.getNodeValue());
            }
        }
    }
}
