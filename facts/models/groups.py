"""The groups under which a person at the company would look for a section, in the order of a document."""

from typing import Final

from ..bilingual import Bilingual

COMPANY: Final = Bilingual("公司与许可证", "Company and licences")
SERVICES: Final = Bilingual("业务与标明", "Services and displays")
CUSTOMERS: Final = Bilingual("用户服务与收费", "Service to users, and charging")
PLATFORMS: Final = Bilingual("应用商店与平台", "App store and platforms")
RESOURCES: Final = Bilingual("网络设施与电信资源", "Network facilities and telecommunications resources")
USERS: Final = Bilingual("用户管理", "Users")
MEASURES: Final = Bilingual("人员、制度与措施", "People, written rules and measures")
SECURITY: Final = Bilingual("网络与信息安全", "Network and information security")
DATA: Final = Bilingual("用户信息与数据", "Users' information and data")
SUPERVISION: Final = Bilingual("监督检查与协助", "Supervision and assistance")
CONTENT: Final = Bilingual("日志与违法信息", "Logs and illegal information")
CHANGES: Final = Bilingual("变更与年报", "Changes and annual reports")
ASSESSMENT: Final = Bilingual("新技术新业务安全评估", "Assessment of new technologies and services")
STATEMENTS: Final = Bilingual("关于本文件", "About this document")
DERIVED: Final = Bilingual("推导所得", "Derived")
