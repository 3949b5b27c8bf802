package tare.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// What the tests read of the repository itself. Maven runs tests in the module's folder.
final class Repository {

    static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private Repository() {}

    static List<String> modules() {
        return elements(pom(), "module").map(Element::getTextContent).toList();
    }

    /// `group:artifact` of every third-party entry of the parent's dependencyManagement.
    static List<String> thirdPartyLibraries() {
        Element managed = elements(pom(), "dependencyManagement").findFirst().orElseThrow();
        return elements(managed, "dependency")
                .filter(dependency -> !text(dependency, "groupId").equals("tare"))
                .map(
                        dependency ->
                                text(dependency, "groupId") + ":" + text(dependency, "artifactId"))
                .toList();
    }

    static String read(String file) throws IOException {
        return Files.readString(ROOT.resolve(file));
    }

    static boolean hasClasses(String module) throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
            return files.map(file -> file.getFileName().toString())
                    .anyMatch(file -> file.endsWith(".java") && !file.equals("module-info.java"));
        }
    }

    private static Element pom() {
        try {
            Document document =
                    DocumentBuilderFactory.newDefaultInstance()
                            .newDocumentBuilder()
                            .parse(ROOT.resolve("pom.xml").toFile());
            return document.getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("cannot read the parent POM in " + ROOT, e);
        }
    }

    private static String text(Element parent, String tag) {
        return elements(parent, tag).findFirst().map(Node::getTextContent).orElseThrow();
    }

    private static Stream<Element> elements(Element parent, String tag) {
        NodeList nodes = parent.getElementsByTagName(tag);
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).map(Element.class::cast);
    }
}
